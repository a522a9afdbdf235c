/** Ratios of sums in two groups, by user. */
import { z } from 'zod';
import type { MetricDefinition, MetricQuery, Solution } from '../../metric.ts';
import { user } from '../../shared-columns.ts';
import { type Row, toNumber, toText } from '../../sql/observations.ts';
import { buildConditions, buildWhere, nestedKeys } from '../../sql/select.ts';
import { type CrossSums, compareClusteredRatios } from '../../statistics/inference/clustered-ratios.ts';
import { type ComparedArms, columns, comparedArmsShape, findArmPair, sumSamples } from './compared-arms.ts';
import { formatPValue, joinNotes } from './judged-solution.ts';
import { buildRegistrationLookup, judgeByRegistration } from './registration.ts';

export const ratioDifference: MetricDefinition<ComparedArms> = {
  proportion: false,
  empty: null,
  names: { zh: '实验比值差', en: 'Difference of ratios in an experiment' },
  unit: '',
  digits: 4,
  direction: 'higher',
  definition: {
    zh: '两个合计之比（如点击 ÷ 浏览）在实验组与对照组、或任意两组之差。同一人的多行互相关联，有用户列时先按人合并，两组都有的人也合在一起算；没有用户列时一行算一人。区间用 delta 方法求方差。',
    en: 'Difference of the ratio of two sums, such as clicks per view, between the arms of an experiment or any two groups. Rows of one user hang together: with a column of users they are taken together, those in both groups too; without one a row is a user. The interval is that of the delta method.',
  },
  edgeCases: {
    zh: '某组不足 2 人，或分母合计为 0 时为“—”。',
    en: 'With fewer than two users in an arm, or denominators of 0, it is "—".',
  },
  source: 'Deng, Knoblich & Lu 2018, Applying the Delta Method in Metric Analytics (KDD), eq. 6',
  example: {
    files: {
      'ctr.csv': 'arm,user_id,clicks,views\nA,a,1,4\nA,b,0,2\nA,c,2,4\nB,d,2,4\nB,e,1,2\nB,f,3,4\n',
    },
    query: 'from: ctr, with: { over: clicks, under: views }',
    answer: '0.3000',
    source: 'By hand: 6 of 10 less 3 of 10',
  },
  table: '',
  columns: {
    arm: columns.arm,
    user: { ...user, optional: true },
    experiment: columns.experiment,
    over: {
      names: ['over', 'numerator'],
      meaning: { zh: '分子列，如点击', en: 'numerator, such as clicks' },
    },
    under: {
      names: ['under', 'denominator'],
      meaning: { zh: '分母列，如浏览', en: 'denominator, such as views' },
    },
  },
  params: z.strictObject(comparedArmsShape),
  formulaText: () => ({
    numerator: { zh: '实验组比值 − 对照组比值', en: 'ratio of the variant − ratio of the control' },
    tex: '\\frac{\\sum y_1}{\\sum x_1} - \\frac{\\sum y_0}{\\sum x_0}',
  }),
  lookup: buildRegistrationLookup,
  sql: buildRatioDifferenceSql,
  solve: solveRatioDifference,
};

/** One row a group with the sums over its users, and one a pair of groups with those over the users in both. */
function buildRatioDifferenceSql(query: MetricQuery<ComparedArms>): string {
  const { arm, over, under, user: who, experiment } = query.columns;
  const [y, x] = [`CAST(${over} AS DOUBLE)`, `CAST(${under} AS DOUBLE)`];
  // What has no user stands for itself.
  const alone = "'r' || row_number() OVER ()";
  const read = [
    who ? `coalesce('u' || CAST(${who} AS VARCHAR), ${alone}) AS who` : `${alone} AS who`,
    `CAST(${arm} AS VARCHAR) AS arm`,
    `${experiment ?? 'NULL'} AS experiment`,
    `${y} AS y`,
    `${x} AS x`,
    ...nestedKeys.define(query.keys),
  ];
  const where = buildWhere([
    ...buildConditions(query),
    ...[arm, over, under].map((column) => `${column} IS NOT NULL`),
  ]);
  const names = nestedKeys.names(query.keys);
  const orders = query.keys.map((key) => `${key.alias}_order`);
  const group = (...parts: string[]) => [...names, ...parts].join(', ');
  const sums = (a: string, b: string) => [
    `sum(${a}.y * ${b}.y) AS yy`,
    `sum(${a}.x * ${b}.x) AS xx`,
    `sum(${a}.x * ${b}.y) AS xy`,
    `sum(${a}.y * ${b}.x) AS yx`,
  ];
  const same = ['who', ...orders].map((name) => `a.${name} IS NOT DISTINCT FROM b.${name}`).join(' AND ');
  const of = (side: string) => names.map((name) => `${side}.${name}`);
  return `WITH people AS (
  SELECT ${group('who', 'arm', 'sum(y) AS y', 'sum(x) AS x', 'min(experiment) AS first', 'max(experiment) AS last')}
  FROM (SELECT ${read.join(', ')} FROM ${query.from}${where.replaceAll('\n', '\n    ')})
  GROUP BY ${group('who', 'arm')}
)
SELECT * FROM (
  SELECT ${[...of('a'), 'a.arm AS arm', 'NULL AS other', 'count(*) AS n', 'sum(a.y) AS y', 'sum(a.x) AS x', ...sums('a', 'a'), 'CASE WHEN min(a.first) = max(a.last) THEN CAST(min(a.first) AS VARCHAR) END AS experiment', 'CASE WHEN min(a.first) < max(a.last) THEN 2 ELSE 1 END AS experiments'].join(', ')}
  FROM people a
  GROUP BY ${[...of('a'), 'a.arm'].join(', ')}
  UNION ALL
  SELECT ${[...of('a'), 'a.arm', 'b.arm', 'count(*)', 'sum(a.y)', 'sum(a.x)', ...sums('a', 'b'), 'NULL', '1'].join(', ')}
  FROM people a JOIN people b ON ${same} AND a.arm < b.arm
  GROUP BY ${[...of('a'), 'a.arm', 'b.arm'].join(', ')}
)
ORDER BY ${[...orders, 'other NULLS FIRST', 'arm'].join(', ')}`;
}

function solveRatioDifference(rows: readonly Row[], params: ComparedArms, found: readonly Row[]): Solution {
  const groups = rows.filter((row) => toText(row.other) === '');
  const arms = findArmPair(groups, params);
  if (!arms) return { value: null, n: sumSamples(groups) };
  const [first, second] = [toRatioSums(arms.control), toRatioSums(arms.variant)];
  const shared = findCross(rows, toText(arms.control.arm), toText(arms.variant.arm));
  const both = { cross: shared.cross, units: first.n + second.n - shared.users };
  const few = Math.min(first.n, second.n) < 2;
  const plain = few ? undefined : compareClusteredRatios(first, second, both);
  if (!plain) return { value: null, n: sumSamples(groups) };
  const judged = judgeByRegistration(groups, found, plain.p);
  const level = judged?.level ?? 0.95;
  const { difference, low, high, p, error } = compareClusteredRatios(first, second, { ...both, level })!;
  const score = p === undefined ? undefined : [(difference / error).toFixed(2), formatPValue(p)];
  const tested = score && {
    zh: `z = ${score[0]}，p = ${score[1]}。`,
    en: `z = ${score[0]}, p = ${score[1]}.`,
  };
  const twice = shared.users > 0 && {
    zh: `两组都有的 ${shared.users} 人合在一起算。`,
    en: `The ${shared.users} users in both groups are taken together.`,
  };
  const note = joinNotes(tested, twice || undefined, judged?.note);
  return {
    value: difference,
    n: sumSamples(groups),
    interval: { low, high, level, method: `delta${judged?.method ?? ''}` },
    ...(note && { note }),
  };
}

/** Sums over the users in both groups, the control first. */
function findCross(rows: readonly Row[], control: string, variant: string) {
  const [low, high] = control < variant ? [control, variant] : [variant, control];
  const row = rows.find((one) => toText(one.arm) === low && toText(one.other) === high) ?? {};
  const of = (name: string) => toNumber(row[name]) ?? 0;
  const cross: CrossSums = { yy: of('yy'), xx: of('xx'), xy: of('xy'), yx: of('yx') };
  const turned = low === control ? cross : { ...cross, xy: cross.yx, yx: cross.xy };
  return { cross: turned, users: of('n') };
}

function toRatioSums(row: Row) {
  const of = (name: string) => toNumber(row[name]) ?? 0;
  return { n: of('n'), y: of('y'), x: of('x'), yy: of('yy'), xx: of('xx'), xy: of('xy') };
}
