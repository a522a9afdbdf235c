/** Kinds of users: how many are of each, and who moved. */
import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import { quoteSqlText } from '../../../base/quoting.ts';
import type { ExampleDefinition, MetricDefinition, MetricQuery, Solution } from '../../metric.ts';
import { time, user } from '../../shared-columns.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { type Row, toNumber, toText } from '../../sql/observations.ts';
import { buildConditions, buildGroupBy, buildRatio, buildWhere, nestedKeys } from '../../sql/select.ts';

const tier = { names: ['tier', 'segment', 'level'], meaning: { zh: '层级', en: 'tier' } };
const columns = { user, tier, time: { ...time, optional: false } };

/** Three days later `a` and `b` rose, `c` fell, `d` stayed, `e` is gone from the snapshot, `f` is new in it. */
const files: ExampleDefinition['files'] = {
  'user_tier_snapshot.csv': `date,user_id,tier\n${[
    ...['a,沉默', 'b,活跃', 'c,活跃', 'd,活跃', 'e,新'].map((row) => `2026-03-02,${row}`),
    ...['a,活跃', 'b,KOC', 'c,流失', 'd,活跃', 'f,新'].map((row) => `2026-03-30,${row}`),
  ].join('\n')}\n`,
};
const byHand = 'By hand: of four in both snapshots two rose, one fell, one stayed';

const shared = { table: 'user_tier_snapshot', columns } as const;

interface TierParams {
  tier_name: string;
}

export const tierShare: MetricDefinition<TierParams> = {
  ...shared,
  names: { zh: '层级占比', en: 'Share of a tier' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  direction: 'higher',
  definition: {
    zh: '统计期内最后一次快照中，处于某一层级的用户占全部用户的百分比。按 week、month 分时，各期取该期最后一次快照。',
    en: 'Users of a tier as a percentage of all, in the last snapshot of the period. By week or month, in the last one of each.',
  },
  edgeCases: { zh: '没有快照时为“—”。', en: 'Without a snapshot it is "—".' },
  source: 'own convention',
  example: {
    files,
    query: 'with: { tier_name: 活跃 }',
    answer: '40%',
    source: byHand,
  },
  params: z.strictObject({
    tier_name: z.string().trim().min(1).default('活跃').meta({ description: '哪一层（which tier）：活跃' }),
  }),
  proportion: true,
  empty: null,
  formulaText: ({ tier_name: name }) => ({
    numerator: { zh: `“${name}”用户数`, en: `users of the tier “${name}”` },
    denominator: { zh: '快照中的用户数', en: 'users of the snapshot' },
    times: '100%',
  }),
  sql: (query) => {
    const keys = nestedKeys.outer(query.keys);
    const orders = query.keys.map((key) => `${key.alias}_order`).join(', ');
    const where = buildWhere([...buildConditions(query), `${query.columns.user} IS NOT NULL`]);
    const read = [
      `${query.columns.user} AS who`,
      `${query.columns.tier} AS tier`,
      `${query.day} AS day`,
      ...nestedKeys.define(query.keys),
    ];
    const over = `count(DISTINCT who) FILTER (tier = ${quoteSqlText(query.params.tier_name)})`;
    const chosen = [
      ...keys.map((key) => `${key.text} AS ${key.alias}`),
      `${over} AS numerator`,
      'count(DISTINCT who) AS denominator',
      `${buildRatio(over, 'count(DISTINCT who)', 100)} AS value`,
      'count(*) AS n',
    ];
    return `WITH snapshots AS (
  SELECT *, max(day) OVER (${orders ? `PARTITION BY ${orders}` : ''}) AS latest
  FROM (SELECT ${read.join(', ')} FROM ${query.from}${where.replaceAll('\n', '\n    ')})
)
SELECT ${chosen.join(', ')}
FROM snapshots
WHERE day = latest${buildGroupBy(keys)}`;
  },
};

interface RanksParams {
  ranks: string[];
}

const ranks = z.strictObject({
  ranks: z
    .array(z.string().trim().min(1))
    .min(2)
    .default(['流失', '沉默', '新', '活跃', 'KOC'])
    .meta({ description: '层级由低到高（tiers from low to high）：[流失, 沉默, 新, 活跃, KOC]' }),
});

/** Users of the first and of the last snapshot, with their tier in each. */
function buildMovesSql(query: MetricQuery<unknown>): string {
  const where = buildWhere([...buildConditions(query), `${query.columns.user} IS NOT NULL`]);
  const keys = nestedKeys.outer(query.keys);
  const orders = query.keys.map((key) => `${key.alias}_order`);
  const own = orders.length > 0 ? `PARTITION BY ${orders.join(', ')}` : '';
  const read = [
    `${query.columns.user} AS who`,
    `CAST(${query.columns.tier} AS VARCHAR) AS tier`,
    `${query.day} AS day`,
    ...nestedKeys.define(query.keys),
  ];
  const group = [...keys.map((key) => key.order), 'tier_before', 'tier_after'].join(', ');
  return `WITH snapshots AS (
  SELECT *, min(day) OVER (${own}) AS first, max(day) OVER (${own}) AS latest
  FROM (SELECT ${read.join(', ')} FROM ${query.from}${where.replaceAll('\n', '\n    ')})
),
moves AS (
  SELECT ${['who', ...nestedKeys.names(query.keys), 'any_value(tier) FILTER (day = first) AS tier_before', 'any_value(tier) FILTER (day = latest) AS tier_after'].join(', ')}
  FROM snapshots WHERE first < latest
  GROUP BY ${['who', ...nestedKeys.names(query.keys)].join(', ')}
)
SELECT ${[...keys.map((key) => `${key.text} AS ${key.alias}`), 'tier_before', 'tier_after', 'count(*) AS users'].join(', ')}
FROM moves
WHERE tier_before IS NOT NULL AND tier_after IS NOT NULL
GROUP BY ${group}
ORDER BY ${group}`;
}

interface TierMove {
  from: string;
  to: string;
  users: number;
}

function toMoves(rows: readonly Row[]): TierMove[] {
  return rows.map((row) => ({
    from: toText(row.tier_before),
    to: toText(row.tier_after),
    users: toNumber(row.users) ?? 0,
  }));
}

const sumUsers = (moves: readonly TierMove[]) => moves.reduce((total, { users }) => total + users, 0);

function createMoveRateMetric(
  way: 1 | -1,
  texts: { names: Bilingual; word: Bilingual },
): MetricDefinition<RanksParams> {
  const { names, word } = texts;
  const both: Bilingual = {
    zh: '首末两次快照中都有的用户数',
    en: 'users in the first and the last snapshot',
  };
  return {
    ...shared,
    names,
    unit: '%',
    parts: { numerator: '人', denominator: '人' },
    direction: way === 1 ? 'higher' : 'lower',
    definition: {
      zh: `统计期首末两次快照中都有的用户里，层级${word.zh}的百分比。层级的高低由 ranks 定；只在一次快照里的用户不计。`,
      en: `Of the users in both the first and the last snapshot of the period, the percentage whose tier ${word.en}. \`ranks\` says which is higher; users of one snapshot only do not count.`,
    },
    edgeCases: {
      zh: '只有一次快照时为“—”。不在 ranks 中的层级不分高低，只计入分母。',
      en: 'With one snapshot only it is "—". Tiers not in `ranks` are neither higher nor lower.',
    },
    source: 'own convention',
    example: {
      files,
      answer: way === 1 ? '50%' : '25%',
      source: byHand,
    },
    params: ranks,
    proportion: true,
    empty: null,
    formulaText: () => ({
      numerator: { zh: `层级${word.zh}的用户数`, en: `users whose tier ${word.en}` },
      denominator: both,
      times: '100%',
    }),
    sql: buildMovesSql,
    solve: (rows, { ranks: order }) => {
      const moves = toMoves(rows);
      const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : undefined);
      const step = ({ from, to }: TierMove) => {
        const [a, b] = [rank(from), rank(to)];
        return a === undefined || b === undefined ? 0 : Math.sign(b - a);
      };
      const [numerator, denominator] = [sumUsers(moves.filter((one) => step(one) === way)), sumUsers(moves)];
      const value = denominator === 0 ? null : (100 * numerator) / denominator;
      return { value, numerator, denominator, n: denominator };
    },
  };
}

export const tierUpRate = createMoveRateMetric(1, {
  names: { zh: '升层率', en: 'Users who rose' },
  word: { zh: '上升', en: 'rose' },
});

export const tierDownRate = createMoveRateMetric(-1, {
  names: { zh: '降层率', en: 'Users who fell' },
  word: { zh: '下降', en: 'fell' },
});

export const tierMoves: MetricDefinition<NoParams> = {
  ...shared,
  names: { zh: '层级迁移', en: 'Moves between tiers' },
  unit: '人',
  direction: 'none',
  definition: {
    zh: '统计期首末两次快照之间换了层级的用户数，每种迁移（如 沉默 → 活跃）一步，留在原层的也列出。只在一次快照里的用户不计。',
    en: 'Users who changed tier between the first and the last snapshot of the period, one step for each move, those who stayed included. Users of one snapshot only do not count.',
  },
  edgeCases: { zh: '只有一次快照时为“—”。', en: 'With one snapshot only it is "—".' },
  source: 'own convention',
  example: { files, answer: '3 人', source: byHand },
  params: none,
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '首末层级不同的用户数', en: 'users whose tiers differ' },
    tex: '\\sum_{i \\neq j} n_{ij}',
  }),
  sql: buildMovesSql,
  solve: (rows): Solution => {
    const moves = toMoves(rows);
    return {
      value: moves.length === 0 ? null : sumUsers(moves.filter(({ from, to }) => from !== to)),
      n: sumUsers(moves),
      points: moves.map(({ from, to, users }) => {
        const label = `${from} → ${to}`;
        return { key: label, label: { zh: label, en: label }, value: users };
      }),
    };
  },
};

interface KocParams {
  posts: number;
  interactions: number;
}

export const kocUsers: MetricDefinition<KocParams> = {
  names: { zh: '达人用户（KOC）', en: 'Key opinion consumers' },
  unit: '人',
  direction: 'higher',
  definition: {
    zh: '统计期内发布不少于几条内容、且这些内容得到的点赞与评论不少于多少的用户数。两个门槛默认 3 条与 100 次，都要写进报告；审核未通过的不计。',
    en: 'Users with at least so many posts in the period that got at least so many likes and comments. Both limits (3 and 100 by default) belong into the report; posts refused do not count.',
  },
  edgeCases: { zh: '没有内容时为 0。', en: 'Without posts it is 0.' },
  source: 'own convention',
  example: {
    files: {
      'ugc.csv': `post_id,author_id,at,likes,comments,moderation\n${[
        '1,a,60,10',
        '2,a,20,5',
        '3,a,10,0',
        '4,b,500,90',
        '5,c,9,0',
        '6,c,9,0',
        '7,c,9,0',
      ]
        .map((row) => {
          const [post, author, likes, comments] = row.split(',');
          return `${post},${author},2026-03-0${post}T10:00:00+08:00,${likes},${comments},通过`;
        })
        .join('\n')}\n`,
    },
    answer: '1 人',
    source: 'By hand: a has three posts with 105; b too few posts, c too few likes',
  },
  table: 'ugc',
  columns: {
    author: { names: ['author_id', 'author', 'user_id'], meaning: { zh: '作者', en: 'author' } },
    likes: { names: ['likes'], meaning: { zh: '点赞', en: 'likes' } },
    comments: { names: ['comments'], meaning: { zh: '评论', en: 'comments' }, optional: true },
    moderation: { names: ['moderation'], meaning: { zh: '审核结果', en: 'verdict' }, optional: true },
    time: { ...time, names: ['at', ...time.names] },
  },
  params: z.strictObject({
    posts: z
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(3)
      .meta({ description: '至少几条内容（least posts）' }),
    interactions: z
      .number()
      .int()
      .min(0)
      .default(100)
      .meta({ description: '至少多少次点赞与评论（least likes and comments）' }),
  }),
  proportion: false,
  empty: 0,
  formulaText: ({ posts, interactions }) => ({
    numerator: {
      zh: `不少于 ${posts} 条内容且互动不少于 ${interactions} 次的用户数`,
      en: `users with ${posts} posts and ${interactions} interactions or more`,
    },
  }),
  sql: (query) => {
    const { author, likes, comments, moderation } = query.columns;
    const refused = moderation ? [`coalesce(${moderation}, '') <> '拒绝'`] : [];
    const where = buildWhere([...buildConditions(query), ...refused, `${author} IS NOT NULL`]);
    const got = [likes, comments].flatMap((column) => (column ? [`coalesce(${column}, 0)`] : [])).join(' + ');
    const { posts, interactions } = query.params;
    const keys = nestedKeys.outer(query.keys);
    const group = ['who', ...nestedKeys.names(query.keys)].join(', ');
    const people = `count(*) FILTER (posts >= ${posts} AND interactions >= ${interactions})`;
    return `WITH posts AS (
  SELECT ${[`${author} AS who`, ...nestedKeys.define(query.keys), `${got} AS got`].join(', ')}
  FROM ${query.from}${where.replaceAll('\n', '\n  ')}
),
authors AS (
  SELECT ${group}, count(*) AS posts, sum(got) AS interactions FROM posts GROUP BY ${group}
)
SELECT ${[...keys.map((key) => `${key.text} AS ${key.alias}`), `${people} AS numerator`, `${people} AS value`, 'coalesce(sum(posts), 0) AS n'].join(', ')}
FROM authors${buildGroupBy(keys)}`;
  },
};
