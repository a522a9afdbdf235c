/** Invitations that look arranged: flags with counts, never a verdict on a person. */
import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import type { MetricDefinition, MetricQuery, Solution } from '../../metric.ts';
import { time } from '../../shared-columns.ts';
import { type Row, toNumber } from '../../sql/observations.ts';
import { buildConditions, buildWhere } from '../../sql/select.ts';
import { columns } from './invite-tree.ts';

interface FraudParams {
  same_device: number;
  same_ip: number;
  burst: number;
  minutes: number;
}

const createLimitParam = (zh: string, en: string, usual: number) =>
  z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(usual)
    .meta({ description: `${zh}，默认 ${usual}（${en}）` });

const params = z.strictObject({
  same_device: createLimitParam('同一设备超过几人即可疑', 'more users than this on one device', 2),
  same_ip: createLimitParam(
    '同一网络或支付账号超过几人即可疑',
    'more users than this on one address or payment account',
    5,
  ),
  burst: createLimitParam(
    '同一邀请人短时间内超过几人即可疑',
    'more users than this by one inviter in a short time',
    10,
  ),
  minutes: createLimitParam('“短时间”是几分钟', 'minutes of that short time', 10),
});

type FraudRule = 'self' | 'circle' | 'device' | 'ip' | 'payment' | 'burst' | 'idle';

const rules: Record<FraudRule, Bilingual> = {
  self: { zh: '自己邀请自己', en: 'invited themselves' },
  circle: { zh: '互相邀请', en: 'invited each other' },
  device: { zh: '同一设备', en: 'one device' },
  ip: { zh: '同一网络', en: 'one address' },
  payment: { zh: '同一支付账号', en: 'one payment account' },
  burst: { zh: '短时间集中邀请', en: 'a burst of invitations' },
  idle: { zh: '领奖后没有激活', en: 'rewarded but never active' },
};

/** What a row is flagged by, as SQL; undefined where the table lacks what it needs. */
function buildFlagCondition(rule: FraudRule, query: MetricQuery<FraudParams>): string | undefined {
  const { inviter, invitee, activated, reward, device, ip, payment } = query.columns;
  const { same_device, same_ip, burst, minutes } = query.params;
  const crowd = (column: string | undefined, most: number) =>
    column && `(${column} IS NOT NULL AND count(*) OVER (PARTITION BY ${column}) > ${most})`;
  const around = `PARTITION BY ${inviter} ORDER BY ${query.time}`;
  const span = `INTERVAL ${minutes} MINUTE`;
  switch (rule) {
    case 'self':
      return `${inviter} = ${invitee}`;
    case 'circle': {
      const back = `SELECT {a: ${invitee}, b: ${inviter}} FROM ${query.from}`;
      return `(${inviter} <> ${invitee} AND {a: ${inviter}, b: ${invitee}} IN (${back}))`;
    }
    case 'device':
      return crowd(device, same_device);
    case 'ip':
      return crowd(ip, same_ip);
    case 'payment':
      return crowd(payment, same_ip);
    case 'burst':
      return (
        query.time &&
        `greatest(count(*) OVER (${around} RANGE BETWEEN ${span} PRECEDING AND CURRENT ROW), count(*) OVER (${around} RANGE BETWEEN CURRENT ROW AND ${span} FOLLOWING)) > ${burst}`
      );
    case 'idle':
      return activated && reward && `(${reward} > 0 AND NOT coalesce(${activated}, false))`;
  }
}

const all = Object.keys(rules) as FraudRule[];

function buildFlagsSql(query: MetricQuery<FraudParams>): string {
  const { inviter, invitee } = query.columns;
  const keys = query.keys.map((key) => `${key.text} AS ${key.alias}`);
  const order = query.keys.map((key) => `${key.order} AS ${key.alias}_order`);
  const flags = all.map((rule) => `coalesce(${buildFlagCondition(rule, query) ?? 'NULL'}, false) AS ${rule}`);
  const where = buildWhere([...buildConditions(query), `${inviter} IS NOT NULL`, `${invitee} IS NOT NULL`]);
  const people = (condition: string) => `count(DISTINCT who) FILTER (${condition})`;
  const names = query.keys.map((key) => `any_value(${key.alias}) AS ${key.alias}`);
  const group = query.keys.map((key) => `${key.alias}_order`).join(', ');
  const chosen = [
    ...names,
    ...all.map((rule) => `${people(rule)} AS ${rule}`),
    `${people(all.join(' OR '))} AS suspects`,
    'count(DISTINCT who) AS invitees',
    'count(*) AS lines',
  ];
  return `WITH flagged AS (
  SELECT ${[...keys, ...order, `${invitee} AS who`, ...flags].join(', ')}
  FROM ${query.from}${where.replaceAll('\n', '\n  ')}
)
SELECT ${chosen.join(', ')}
FROM flagged${group ? `\nGROUP BY ${group}\nORDER BY ${group}` : ''}`;
}

const needs = {
  ...columns,
  device: { names: ['device_hash', 'device'], meaning: { zh: '设备指纹', en: 'device' }, optional: true },
  ip: { names: ['ip_hash', 'ip'], meaning: { zh: '网络指纹', en: 'network address' }, optional: true },
  payment: {
    names: ['payment_hash', 'payment'],
    meaning: { zh: '支付账号指纹', en: 'payment account' },
    optional: true,
  },
  time,
};

/** `f` is itself, `x` and `y` invite each other, three come from one device, `i` took the reward and left. */
const files = {
  'referrals.csv': `inviter_id,invitee_id,ts,rewarded,activated,device_hash\n${[
    'a,b,2026-03-02T09:00,5,true,d1',
    'a,c,2026-03-02T10:00,5,true,d1',
    'a,d,2026-03-02T11:00,5,true,d1',
    'f,f,2026-03-03T09:00,5,true,d2',
    'x,y,2026-03-03T10:00,5,true,d3',
    'y,x,2026-03-03T11:00,5,true,d4',
    'h,i,2026-03-04T09:00,5,false,d5',
    'h,j,2026-03-05T09:00,5,true,d6',
  ]
    .map((row) => row.replace(/(T..:..)/, '$1:00+08:00'))
    .join('\n')}\n`,
};
const byHand =
  'By hand: three on one device, one of themselves, two of each other, one rewarded and gone, of eight';

const shared = {
  direction: 'lower',
  edgeCases: {
    zh: '表中没有某一列时，需要它的规则不判。可疑不等于作弊，要逐条核实后再处置。',
    en: 'Where a column is missing, the rules that need it are not tried. A flag is no verdict: look at each before acting.',
  },
  source: 'own convention',
  table: 'referrals',
  columns: needs,
  params,
  proportion: false,
  sql: buildFlagsSql,
} as const;

const suspects: Bilingual = { zh: '命中任一规则的被邀请用户数', en: 'users invited that any rule flags' };

function buildFlagPoints(row: Row | undefined): Solution['points'] {
  return all.map((rule) => ({ key: rule, label: rules[rule], value: toNumber(row?.[rule]) ?? 0 }));
}

export const suspectInvites: MetricDefinition<FraudParams> = {
  ...shared,
  names: { zh: '可疑裂变用户', en: 'Suspect invitations' },
  unit: '人',
  definition: {
    zh: '命中任一风控规则的被邀请用户数：自己邀请自己、互相邀请、同一设备或网络或支付账号的人太多、短时间集中邀请、领奖后没有激活。每条规则各列一步；一人命中几条也只计一次。',
    en: 'Users invited that a rule flags: themselves, each other, too many on a device, address or payment account, a burst, rewarded but never active. Each rule is a step; a user counts once.',
  },
  example: { files, answer: '7 人', source: byHand },
  empty: 0,
  formulaText: () => ({ numerator: suspects }),
  solve: ([row]) => ({
    value: toNumber(row?.suspects) ?? 0,
    n: toNumber(row?.lines) ?? 0,
    points: buildFlagPoints(row),
  }),
};

export const fraudShare: MetricDefinition<FraudParams> = {
  ...shared,
  names: { zh: '可疑裂变占比', en: 'Share of suspect invitations' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  definition: {
    zh: '命中任一风控规则的用户占被邀请用户的百分比。规则与门槛同“可疑裂变用户”。',
    en: 'Users that any rule flags as a percentage of those invited. Rules and limits are those of suspect invitations.',
  },
  example: {
    files,
    query: 'with: { same_device: 3 }',
    answer: '50%',
    source: byHand,
  },
  proportion: true,
  empty: null,
  formulaText: () => ({
    numerator: suspects,
    denominator: { zh: '被邀请用户数', en: 'users invited' },
    times: '100%',
  }),
  solve: ([row]) => {
    const [numerator, denominator] = [toNumber(row?.suspects) ?? 0, toNumber(row?.invitees) ?? 0];
    const value = denominator === 0 ? null : (100 * numerator) / denominator;
    return { value, numerator, denominator, n: toNumber(row?.lines) ?? 0 };
  },
};
