/** People: new, active, returning. */
import { z } from 'zod';
import { quoteSqlText } from '../../base/quoting.ts';
import { defineFamily } from '../define-family.ts';
import type { MetricDefinition } from '../metric.ts';
import { event, time, user } from '../shared-columns.ts';
import { eventName, type NoParams, none } from '../shared-params.ts';
import { buildAggregateSql } from '../sql/select.ts';

/** Left out before any metric is asked (`report/values/test-accounts.ts`); here an entry may name the column. */
const isTest = {
  names: ['is_test'],
  meaning: { zh: '测试账号', en: 'test account' },
  optional: true,
};

const newUsers: MetricDefinition<NoParams> = {
  names: { zh: '新增用户', en: 'New users' },
  unit: '人',
  direction: 'higher',
  definition: {
    zh: '统计期内首次注册的不同用户数。测试账号（is_test 为真）不计。',
    en: 'Different users who registered in the period. Test accounts (is_test true) do not count.',
  },
  edgeCases: { zh: '没有行时为 0。', en: 'Without rows it is 0.' },
  source: 'own convention',
  example: {
    files: {
      'users.csv':
        'user_id,registered_at,is_test\na,2026-03-02T10:00:00+08:00,false\nb,2026-03-03T10:00:00+08:00,false\nc,2026-03-03T11:00:00+08:00,true\n',
    },
    answer: '2 人',
    source: 'By hand',
  },
  table: 'users',
  columns: { user, time: { ...time, names: ['registered_at', ...time.names] }, is_test: isTest },
  params: none,
  proportion: false,
  empty: 0,
  formulaText: () => ({ numerator: { zh: '注册的不同用户数', en: 'different registered users' } }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `count(DISTINCT ${query.columns.user})`,
    }),
};

const activeUsers: MetricDefinition<{ event?: string | undefined }> = {
  names: { zh: '活跃用户', en: 'Active users' },
  unit: '人',
  direction: 'higher',
  definition: {
    zh: '统计期内有过行为的不同用户数；可用 event 限定为某一种行为。各期相加大于总数，因为同一用户可在多期活跃。',
    en: 'Different users with an event in the period; `event` limits it to one kind. Periods add up to more than the total.',
  },
  edgeCases: { zh: '没有行时为 0。', en: 'Without rows it is 0.' },
  source: 'GA4 Help, User stickiness',
  example: {
    files: {
      'events.csv':
        'event_id,user_id,event,ts\n1,a,visit,2026-03-02T10:00:00+08:00\n2,a,visit,2026-03-03T10:00:00+08:00\n3,b,visit,2026-03-03T11:00:00+08:00\n',
    },
    answer: '2 人',
    source: 'By hand',
  },
  table: 'events',
  columns: { user, event_column: { ...event, optional: true }, time },
  params: z.strictObject({
    event: eventName.optional().meta({ description: '只计这种事件（only this event）' }),
  }),
  proportion: false,
  empty: 0,
  formulaText: ({ event: only }) => ({
    numerator: only
      ? { zh: `有“${only}”行为的不同用户数`, en: `different users with “${only}”` }
      : { zh: '有行为的不同用户数', en: 'different users with an event' },
  }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `count(DISTINCT ${query.columns.user})`,
      only: query.params.event ? [`${query.columns.event_column} = ${quoteSqlText(query.params.event)}`] : [],
    }),
};

export const userMetrics = defineFamily('users', {
  new_users: newUsers,
  active_users: activeUsers,
});
