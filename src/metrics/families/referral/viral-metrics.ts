/** Who invited, who came, and how many users each user brings. */
import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import type { ExampleDefinition, FormulaText, MetricDefinition, MetricQuery } from '../../metric.ts';
import { createRatioMetric } from '../../ratio-metric.ts';
import { time } from '../../shared-columns.ts';
import { createTableParams, type NoParams, none } from '../../shared-params.ts';
import { toNumber } from '../../sql/observations.ts';
import {
  buildAggregateSql,
  buildConditions,
  buildGroupBy,
  buildRatio,
  buildWhere,
  nestedKeys,
} from '../../sql/select.ts';
import { columns } from './invite-tree.ts';
import { computeViralUsers } from './viral-growth.ts';

/** `a` and `b` are there; `a` brings `c` and `d`, `c` brings `e`; `d` never becomes active. */
const files: ExampleDefinition['files'] = {
  'users.csv': `user_id,registered_at,channel\n${['a,2026-03-02', 'b,2026-03-02', 'c,2026-03-05', 'd,2026-03-06', 'e,2026-03-09'].map((row) => `${row}T09:00:00+08:00,x\n`).join('')}`,
  'referrals.csv':
    'inviter_id,invitee_id,ts,rewarded,activated\na,c,2026-03-05T09:00:00+08:00,5,true\na,d,2026-03-06T09:00:00+08:00,0,false\nc,e,2026-03-09T09:00:00+08:00,5,true\n',
};
const invitationsOnly: ExampleDefinition['files'] = { 'referrals.csv': files['referrals.csv']! };
const byHand = 'By hand: five users, three invited, two of them active';

const shared = {
  direction: 'higher',
  table: 'referrals',
  columns: { ...columns, time },
  params: none,
  proportion: false,
} as const;

const invitees: Bilingual = { zh: '被邀请用户数', en: 'users invited' };
const activeInvitees: Bilingual = { zh: '已激活的被邀请用户数', en: 'users invited and active' };
const buildInviteeCountSql = (query: MetricQuery<unknown>, only = 'true') =>
  `count(DISTINCT ${query.columns.invitee}) FILTER (${only})`;
/** Without a column of activation whoever came counts. */
const buildActiveCondition = (query: MetricQuery<unknown>) =>
  query.columns.activated ? `coalesce(${query.columns.activated}, false)` : 'true';

interface QuotientOptions {
  names: Bilingual;
  unit: string;
  parts: { numerator: string; denominator: string };
  definition: Bilingual;
  formulaText: FormulaText & { denominator: Bilingual };
  answer: string;
  proportion?: boolean;
  direction?: 'higher' | 'lower';
  over: (query: MetricQuery<NoParams>) => string;
  under: (query: MetricQuery<NoParams>) => string;
}

function createQuotientMetric({ answer, ...rest }: QuotientOptions): MetricDefinition<NoParams> {
  const { denominator } = rest.formulaText;
  return createRatioMetric({
    ...shared,
    ...rest,
    edgeCases: {
      zh: `${denominator.zh}为 0 时为“—”。同一人被多次邀请只计一次。`,
      en: `With ${denominator.en} of 0 it is "—". Who was invited several times counts once.`,
    },
    source: 'Skok, Lessons Learned: Viral Marketing',
    example: { files: invitationsOnly, answer, source: byHand },
  });
}

export const invitedUsers: MetricDefinition<NoParams> = {
  ...shared,
  names: { zh: '裂变新增用户', en: 'Users won by invitation' },
  unit: '人',
  definition: {
    zh: '统计期内接受邀请且已激活的不同用户数。表中没有 activated 列时，接受邀请即计入。',
    en: 'Different users who accepted an invitation in the period and became active. Without a column of activation, all who accepted.',
  },
  edgeCases: { zh: '没有行时为 0。', en: 'Without rows it is 0.' },
  source: 'own convention',
  example: { files: invitationsOnly, answer: '2 人', source: byHand },
  empty: 0,
  formulaText: () => ({ numerator: activeInvitees }),
  sql: (query) =>
    buildAggregateSql(query, { numerator: buildInviteeCountSql(query, buildActiveCondition(query)) }),
};

export const invitesPerInviter = createQuotientMetric({
  names: { zh: '人均邀请人数', en: 'Invited per inviter' },
  unit: '人/人',
  parts: { numerator: '人', denominator: '人' },
  definition: {
    zh: '被邀请用户数除以发出过邀请的用户数。从未邀请过的用户不在分母里，所以它高于 K 因子中的 i。',
    en: 'Users invited divided by the users who invited anyone. Users who never invited are not counted, so it is above the i of the K-factor.',
  },
  formulaText: { numerator: invitees, denominator: { zh: '邀请人数', en: 'inviters' } },
  answer: '1.5 人/人',
  over: (query) => buildInviteeCountSql(query),
  under: (query) => `count(DISTINCT ${query.columns.inviter})`,
});

export const inviteConversion = createQuotientMetric({
  names: { zh: '邀请转化率', en: 'Conversion of invitations' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  definition: {
    zh: '被邀请用户中完成激活的百分比。同一人被多次邀请只计一次。',
    en: 'Users invited who became active as a percentage. Who was invited several times counts once.',
  },
  formulaText: { numerator: activeInvitees, denominator: invitees, times: '100%' },
  answer: '66.67%',
  proportion: true,
  over: (query) => buildInviteeCountSql(query, buildActiveCondition(query)),
  under: (query) => buildInviteeCountSql(query),
});

export const referralCost = createQuotientMetric({
  names: { zh: '裂变获客成本', en: 'Cost of a user won by invitation' },
  unit: '元/人',
  parts: { numerator: '元', denominator: '人' },
  direction: 'lower',
  definition: {
    zh: '发放的奖励之和除以已激活的被邀请用户数。奖励给了谁都算；活动的其他开支不在内。',
    en: 'Rewards paid divided by the users invited and active. It does not matter who got them; other costs are not in it.',
  },
  formulaText: { numerator: { zh: '奖励之和', en: 'rewards' }, denominator: activeInvitees },
  answer: '5.00 元/人',
  over: (query) => `coalesce(sum(${query.columns.reward ?? '0'}), 0)`,
  under: (query) => buildInviteeCountSql(query, buildActiveCondition(query)),
});

interface CohortParams {
  users: string;
  users_where?: string | undefined;
}

const usersTable = createTableParams('users', '用户', 'users');
const cohort = { users: usersTable.table, users_where: usersTable.where };
const joined = {
  columns: {
    user: { names: ['user_id', 'uid', 'user'], meaning: { zh: '用户', en: 'user' } },
    time: { ...time, names: ['registered_at', ...time.names] },
  },
  of: ({ users, users_where }: CohortParams) => ({ param: 'users', table: users, where: users_where }),
};

/** Users of the cohort with how many active users each has brought, whenever that was. */
function buildBroughtSql(query: MetricQuery<CohortParams>, chosen: (keys: string[]) => string[]): string {
  const users = query.joined!;
  const { inviter } = query.columns;
  const keys = nestedKeys.outer(users.keys);
  const where = buildWhere([...buildConditions(users), `${users.columns.user} IS NOT NULL`]);
  const active = buildWhere([
    ...buildConditions({ ...query, period: undefined }),
    buildActiveCondition(query),
    `${inviter} IS NOT NULL`,
  ]);
  const keyed = keys.map((key) => `${key.text} AS ${key.alias}`);
  return `WITH cohort AS (
  SELECT DISTINCT ${[`${users.columns.user} AS who`, ...nestedKeys.define(users.keys)].join(', ')}
  FROM ${users.from}${where.replaceAll('\n', '\n  ')}
),
brought AS (
  SELECT ${inviter} AS who, count(DISTINCT ${query.columns.invitee}) AS guests
  FROM ${query.from}${active.replaceAll('\n', '\n  ')}
  GROUP BY ${inviter}
)
SELECT ${chosen(keyed).join(', ')}
FROM cohort LEFT JOIN brought ON CAST(brought.who AS VARCHAR) = CAST(cohort.who AS VARCHAR)${buildGroupBy(keys)}`;
}

const guests = 'coalesce(sum(guests), 0)';

export const kFactor: MetricDefinition<CohortParams> = {
  ...shared,
  names: { zh: 'K 因子', en: 'K-factor' },
  unit: '人/人',
  parts: { numerator: '人', denominator: '人' },
  definition: {
    zh: '统计期内注册的一批用户，平均每人带来几位激活的新用户（人均邀请 × 邀请转化）。每人一个周期，大于 1 时只靠邀请也会增长；where 只筛邀请，要筛用户写 users_where。',
    en: 'How many active users each user registered in the period has brought: invitations per user times conversion. Over one cycle, above 1 invitations alone make it grow; `where` is for invitations, `users_where` for users.',
  },
  edgeCases: {
    zh: '没有用户时为“—”。新近注册的用户还来不及邀请，统计期要早于数据结束一个周期。',
    en: 'Without users it is "—". New users had no time to invite yet: let the period end one cycle before the data.',
  },
  source: 'Skok, Lessons Learned: Viral Marketing',
  example: { files, answer: '0.4 人/人', source: byHand },
  joined,
  params: z.strictObject(cohort),
  empty: null,
  formulaText: () => ({
    numerator: { zh: '他们带来的激活用户数', en: 'active users they brought' },
    denominator: { zh: '这批用户数', en: 'users of the cohort' },
    tex: 'i \\times c',
  }),
  sql: (query) =>
    buildBroughtSql(query, (keys) => [
      ...keys,
      `${guests} AS numerator`,
      'count(*) AS denominator',
      `${buildRatio(guests, 'count(*)')} AS value`,
      'count(*) AS n',
    ]),
};

interface ForecastParams extends CohortParams {
  days: number;
  cycle_days: number;
}

/** Ten users who each bring two. */
const doubling = {
  'users.csv': `user_id,registered_at,channel\n${Array.from({ length: 10 }, (_, at) => `u${at},2026-03-02T09:00:00+08:00,x\n`).join('')}`,
  'referrals.csv': `inviter_id,invitee_id,ts\n${Array.from({ length: 20 }, (_, at) => `u${at % 10},g${at},2026-03-04T09:00:00+08:00\n`).join('')}`,
};

export const viralForecast: MetricDefinition<ForecastParams> = {
  ...shared,
  names: { zh: '裂变预计用户', en: 'Users by invitation, forecast' },
  unit: '人',
  digits: 0,
  definition: {
    zh: '只靠邀请，一批用户在若干天后累计会有多少人：每一轮都按现在的 K 因子带来新用户。模型假定人人只邀请一轮、K 不衰减，所以总是偏乐观。',
    en: 'Users after some days of invitations alone, if every round brings new users at the K-factor of now. It assumes that each invites for one round and that K never falls, so it is always too high.',
  },
  edgeCases: {
    zh: '没有用户时为“—”。K 小于 1 时趋近上限。',
    en: 'Without users it is "—". With K below 1 it nears a limit.',
  },
  source: 'Skok, Lessons Learned: Viral Marketing',
  example: {
    files: doubling,
    query: 'with: { days: 20, cycle_days: 2 }',
    answer: '20,470 人',
    source: 'Skok, Lessons Learned: Viral Marketing: 10 users, K = 2, 10 cycles',
  },
  joined,
  params: z.strictObject({
    ...cohort,
    days: z
      .number()
      .int()
      .min(1)
      .max(3660)
      .default(30)
      .meta({ description: '多少天之后（after how many days）' }),
    cycle_days: z
      .number()
      .positive()
      .max(366)
      .default(7)
      .meta({ description: '一轮邀请要几天（days of one cycle of invitations）' }),
  }),
  empty: null,
  formulaText: ({ days, cycle_days }) => ({
    numerator: { zh: `${days} 天后的累计用户数`, en: `users after ${days} days` },
    tex: `U_0\\,\\frac{K^{\\,${days}/${cycle_days}+1}-1}{K-1}`,
  }),
  sql: (query) => buildBroughtSql(query, (keys) => [...keys, `${guests} AS guests`, 'count(*) AS users']),
  solve: ([row], { days, cycle_days }) => {
    const users = toNumber(row?.users) ?? 0;
    if (users === 0) return { value: null, n: 0 };
    const k = (toNumber(row?.guests) ?? 0) / users;
    const cycles = days / cycle_days;
    const rounds = Array.from({ length: Math.min(60, Math.floor(cycles)) + 1 }, (_, at) => at);
    const shown = Math.round(100 * k) / 100;
    return {
      value: toFiniteOrNull(computeViralUsers(users, k, cycles)),
      n: users,
      points: rounds.map((at) => ({
        key: `${at}`,
        label: { zh: `第 ${at} 轮`, en: `round ${at}` },
        value: toFiniteOrNull(computeViralUsers(users, k, at)),
      })),
      note: {
        zh: `从 ${users} 人起，K = ${shown}，每轮 ${cycle_days} 天。`,
        en: `From ${users} users, K = ${shown}, ${cycle_days} days a round.`,
      },
    };
  },
};

/** Past what a number can hold nothing can be said. */
function toFiniteOrNull(users: number): number | null {
  return Number.isFinite(users) ? users : null;
}
