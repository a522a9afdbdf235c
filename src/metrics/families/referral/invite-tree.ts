/** The forest of invitations: who brought whom, how deep it goes, and how it branches. */
import type { Bilingual } from '../../../base/language.ts';
import type { ColumnNeed, MetricDefinition, MetricQuery } from '../../metric.ts';
import { time } from '../../shared-columns.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { type Row, toNumber } from '../../sql/observations.ts';
import { buildConditions, buildWhere, nestedKeys } from '../../sql/select.ts';

export const columns = {
  inviter: { names: ['inviter_id', 'inviter'], meaning: { zh: '邀请人', en: 'inviter' } },
  invitee: { names: ['invitee_id', 'invitee'], meaning: { zh: '被邀请人', en: 'invitee' } },
  activated: {
    names: ['activated'],
    meaning: { zh: '是否已激活', en: 'whether active' },
    optional: true,
  },
  reward: {
    names: ['rewarded', 'reward', 'rewarded_元'],
    meaning: { zh: '奖励金额', en: 'reward paid' },
    optional: true,
  },
} satisfies Record<string, ColumnNeed>;

/**
 * CTEs ending in `levels(who, level, …keys)`: each user invited once, by the first who invited them, under who was
 * invited by nobody. Users whose inviters go round in a circle hang on no root: their level is NULL.
 */
function buildInviteTreeSql(query: MetricQuery<unknown>): string {
  const { inviter, invitee } = query.columns;
  const at = query.time ?? '0';
  const where = buildWhere([...buildConditions(query), `${inviter} IS NOT NULL`, `${invitee} IS NOT NULL`]);
  const order = `(${at}, ${inviter})`;
  const keys = nestedKeys.first(query.keys, order);
  const carried = nestedKeys.names(query.keys).map((name) => `links.${name}`);
  return `RECURSIVE links AS (
  SELECT ${[`${invitee} AS who`, `arg_min(${inviter}, ${order}) AS host`, ...keys, 'count(*) AS lines'].join(', ')}
  FROM ${query.from}${where.replaceAll('\n', '\n  ')}
  GROUP BY ${invitee}
),
tree AS (
  SELECT who, 1 AS level FROM links WHERE host NOT IN (SELECT who FROM links)
  UNION ALL
  SELECT links.who, level + 1 FROM links JOIN tree ON links.host = tree.who
),
levels AS (
  SELECT ${['links.who', 'level', 'links.lines', ...carried].join(', ')} FROM links LEFT JOIN tree ON tree.who = links.who
)`;
}

/** `x` and `y` invited each other; the rest is a tree of three levels under `a`. */
const files = {
  'referrals.csv':
    'inviter_id,invitee_id,ts\na,b,2026-03-02T09:00:00+08:00\na,c,2026-03-03T09:00:00+08:00\nb,d,2026-03-04T09:00:00+08:00\nd,e,2026-03-05T09:00:00+08:00\nx,y,2026-03-05T09:00:00+08:00\ny,x,2026-03-06T09:00:00+08:00\n',
};
const byHand = 'By hand: a → b, c; b → d; d → e; x and y invited each other';

const shared = {
  direction: 'higher',
  edgeCases: {
    zh: '没有邀请时为“—”。互相邀请成环的人不属于任何一层，另行说明人数。',
    en: 'Without invitations it is "—". Users who invited each other in a circle belong to no level; their number is told.',
  },
  source: 'own convention',
  table: 'referrals',
  columns: { inviter: columns.inviter, invitee: columns.invitee, time },
  params: none,
  proportion: false,
  empty: null,
  sql: buildLevelsSql,
} as const;

export const referralDepth: MetricDefinition<NoParams> = {
  ...shared,
  names: { zh: '裂变层级', en: 'Depth of invitations' },
  unit: '层',
  digits: 0,
  definition: {
    zh: '邀请关系最深到第几层：没有人邀请的用户邀来的是第 1 层，他们再邀来的是第 2 层。同一人只认最早邀请他的人。',
    en: 'How many levels invitations reach: whom users that nobody invited have brought are level 1, whom those bring level 2. Of several inviters the first counts.',
  },
  example: { files, answer: '3 层', source: byHand },
  formulaText: () => ({
    numerator: { zh: '最深一层的序号', en: 'number of the deepest level' },
    tex: '\\max_{u} \\mathrm{level}(u)',
  }),
  solve: (rows) => {
    const { levels, ...rest } = toLevels(rows);
    return { ...rest, value: levels.at(-1)?.level ?? null };
  },
};

export const referralLevels: MetricDefinition<NoParams> = {
  ...shared,
  names: { zh: '各层裂变用户', en: 'Users by level of invitation' },
  unit: '人',
  definition: {
    zh: '邀请关系各层的用户数，每层一步；数值本身是各层之和。同一人只认最早邀请他的人。',
    en: 'Users of each level of invitations, one step a level; the value itself is their sum. Of several inviters the first counts.',
  },
  example: { files, answer: '4 人', source: byHand },
  formulaText: () => ({
    numerator: { zh: '各层的被邀请用户数之和', en: 'users invited, of all levels' },
    tex: '\\sum_{k} N_k',
  }),
  solve: (rows) => {
    const { levels, ...rest } = toLevels(rows);
    return {
      ...rest,
      value: levels.length > 0 ? levels.reduce((sum, { users }) => sum + users, 0) : null,
      points: levels.map(({ level, users }) => ({
        key: `${level}`,
        label: { zh: `第 ${level} 层`, en: `level ${level}` },
        value: users,
      })),
    };
  },
};

function buildLevelsSql(query: MetricQuery<NoParams>): string {
  const keys = nestedKeys.outer(query.keys);
  const chosen = [
    ...keys.map((key) => `${key.text} AS ${key.alias}`),
    'level',
    'count(*) AS users',
    'sum(lines) AS lines',
  ];
  const group = [...keys.map((key) => key.order), 'level'].join(', ');
  return `WITH ${buildInviteTreeSql(query)}
SELECT ${chosen.join(', ')}
FROM levels
GROUP BY ${group}
ORDER BY ${group}`;
}

function toLevels(rows: readonly Row[]) {
  const levels = rows.flatMap((row) => {
    const level = toNumber(row.level);
    return level === null ? [] : [{ level, users: toNumber(row.users) ?? 0 }];
  });
  const circle = rows.reduce((sum, row) => sum + (row.level === null ? (toNumber(row.users) ?? 0) : 0), 0);
  const note: Bilingual = {
    zh: `另有 ${circle} 人的邀请关系成环，不属于任何一层。`,
    en: `${circle} more users were invited in a circle and belong to no level.`,
  };
  const n = rows.reduce((sum, row) => sum + (toNumber(row.lines) ?? 0), 0);
  return { levels, n, ...(circle > 0 && { note }) };
}
