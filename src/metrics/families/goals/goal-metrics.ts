/** Goals reached, and marks of OKRs. */
import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import type { Cell } from '../../../base/source-table.ts';
import { defineFamily } from '../../define-family.ts';
import {
  type ExampleDefinition,
  type MetricDefinition,
  type MetricQuery,
  ParameterError,
  type Solution,
} from '../../metric.ts';
import { createNeed, createOptionalNeed } from '../../shared-columns.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { toNumber, toText } from '../../sql/observations.ts';
import { buildConditions, buildWhere } from '../../sql/select.ts';
import {
  type Convention,
  computeGoalAttainment,
  computeGrowthAttainment,
  computeKeyResultScore,
  computeObjectiveScore,
  gradeScore,
  type KeyResult,
} from './goal-scores.ts';

/** The needed columns as they are, a row each, in the order of the file. */
function buildRowsSql(query: MetricQuery<unknown>, names: readonly string[]): string {
  const chosen = [
    ...query.keys.map((key) => `${key.text} AS ${key.alias}`),
    ...names.map((name) => `${query.columns[name] ?? 'NULL'} AS ${name}`),
  ];
  return `SELECT ${chosen.join(', ')}\nFROM ${query.from}${buildWhere(buildConditions(query))}`;
}

/** One goal is the value itself; several are its series, for a sum of KPIs would mean nothing. */
function buildGoalsSolution(
  points: { name: string; label?: Bilingual; value: number | null }[],
  note: Bilingual,
): Solution {
  const value = points.length === 1 ? (points[0]?.value ?? null) : null;
  return {
    value,
    n: points.length,
    points: points.map(({ name, label, value: own }) => ({
      key: name,
      label: label ?? { zh: name, en: name },
      value: own,
      n: 1,
    })),
    note,
  };
}

const buildGoalsExample = (lines: string, answer: string): ExampleDefinition => ({
  files: { 'goals.csv': `kpi,direction,unit,target,actual\n${lines}\n` },
  answer,
  source: textbook,
});

/** Beside 达成率, which is turned round where lower is better, the textbook ratio must say how it is read. */
const turnedLabel = (name: string): Bilingual => ({
  zh: `${name}（低于 100% 为完成）`,
  en: `${name} (reached below 100%)`,
});

const conventions: Record<Convention, Bilingual> = {
  ratio: {
    zh: '实际 ÷ 目标；越低越好的指标低于 100% 为完成。',
    en: 'Actual over target; where lower is better, under 100% is reached.',
  },
  reversed: {
    zh: '越低越好的指标按目标 ÷ 实际，达到 100% 为完成。',
    en: 'Where lower is better, target over actual: from 100% it is reached.',
  },
  complement: {
    zh: '越低越好的指标按 2 − 实际 ÷ 目标，达到 100% 为完成。',
    en: 'Where lower is better, 2 − actual over target: from 100% it is reached.',
  },
};

const goalColumns = {
  kpi: createNeed(['kpi', 'name'], '指标', 'KPI'),
  target: createNeed(['target'], '目标', 'target'),
  actual: createNeed(['actual'], '实际', 'actual'),
};
const textbook = '统计学教材，计划完成相对数（hezhiquan.com）';

const goalAttainment: MetricDefinition<{ convention: Convention }> = {
  names: { zh: '计划完成程度', en: 'Attainment of the plan' },
  unit: '%',
  direction: 'none',
  definition: {
    zh: '实际值占目标值的百分比。越低越好的指标有三种算法，默认与教材一致，仍为实际 ÷ 目标。',
    en: 'Actual as a percentage of the target. Where lower is better there are three ways; the textbook one, actual over target, is the default.',
  },
  edgeCases: {
    zh: '目标不大于 0、实际为负、没有实际值时为“—”；多于一个指标时各为序列，不求合计。目标卡与正文的达成率在越低越好时按目标 ÷ 实际，与这里的 reversed 相同。',
    en: 'With a target of 0 or below, a negative actual or no actual value it is "—"; several KPIs are a series without a total. The attainment of tiles and text takes target over actual where lower is better, as reversed does here.',
  },
  source: textbook,
  example: buildGoalsExample('产量,higher,件,1000,1120', '112%'),
  table: 'goals',
  columns: { ...goalColumns, direction: createOptionalNeed(['direction'], '方向', 'direction') },
  params: z.strictObject({
    convention: z.enum(['ratio', 'reversed', 'complement']).default('ratio').meta({
      description:
        '越低越好时怎样算：ratio 实际÷目标，reversed 目标÷实际，complement 2−实际÷目标（how it is taken where lower is better）',
    }),
  }),
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '实际值', en: 'actual' },
    denominator: { zh: '目标值', en: 'target' },
    times: '100%',
  }),
  sql: (query) => buildRowsSql(query, ['kpi', 'target', 'actual', 'direction']),
  solve: (rows, { convention }) =>
    buildGoalsSolution(
      rows.map((row) => {
        const direction = row.direction === 'lower' ? 'lower' : 'higher';
        const aim = { actual: toNumber(row.actual), target: toNumber(row.target), direction } as const;
        const isTurned = direction === 'lower' && convention === 'ratio';
        const name = toText(row.kpi);
        const label = isTurned ? turnedLabel(name) : { zh: name, en: name };
        return { name, label, value: computeGoalAttainment(aim, convention) };
      }),
      conventions[convention],
    ),
};

const growthAttainment: MetricDefinition<NoParams> = {
  names: { zh: '增长计划完成程度', en: 'Attainment of planned growth' },
  unit: '%',
  direction: 'none',
  definition: {
    zh: '目标与实际都是增减百分比时，(1 + 实际增长) ÷ (1 + 计划增长)。两个百分比直接相除没有意义。',
    en: 'Where target and actual are changes in per cent: (1 + actual) over (1 + planned). To divide the two percentages means nothing.',
  },
  edgeCases: {
    zh: '计划降低 100% 及以上、没有实际值时为“—”；下降写负数。',
    en: 'With a planned fall of 100% or more, or no actual value, it is "—"; a fall is a negative number.',
  },
  source: textbook,
  example: { ...buildGoalsExample('劳动生产率,higher,%,10,15', '104.5%'), query: 'digits: 1' },
  table: 'goals',
  columns: goalColumns,
  params: none,
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '1 + 实际增长', en: '1 + actual growth' },
    denominator: { zh: '1 + 计划增长', en: '1 + planned growth' },
    times: '100%',
  }),
  sql: (query) => buildRowsSql(query, ['kpi', 'target', 'actual']),
  solve: (rows) =>
    buildGoalsSolution(
      rows.map((row) => ({
        name: toText(row.kpi),
        value: computeGrowthAttainment(toNumber(row.actual), toNumber(row.target)),
      })),
      { zh: '目标与实际按增减百分比读。', en: 'Target and actual are read as changes in per cent.' },
    ),
};

const colours = {
  red: { zh: '红', en: 'red' },
  yellow: { zh: '黄', en: 'yellow' },
  green: { zh: '绿', en: 'green' },
};

const okrScore: MetricDefinition<NoParams> = {
  names: { zh: 'OKR 评分', en: 'OKR score' },
  unit: '',
  direction: 'higher',
  definition: {
    zh: '关键结果得分为 (实际 − 基线) ÷ (目标 − 基线)，限于 0 到 1；目标 O 取其关键结果的加权平均，总分取各 O 的平均。0.4 以下为红，0.7 以下为黄，其余为绿；0.6–0.7 最合适，不用作考核。',
    en: 'A key result has (actual − baseline) over (target − baseline), kept in 0 to 1; an objective the weighted mean of its key results, the total the mean of objectives. Under 0.4 red, under 0.7 yellow, else green; 0.6 to 0.7 is right, and it is no appraisal.',
  },
  edgeCases: {
    zh: '没有实际值的关键结果不计；目标等于基线时报错；没有基线按 0 计，没有权重按相等计。',
    en: 'Key results without an actual value do not count; a target equal to its baseline is an error; no baseline is 0, no weight is equal weight.',
  },
  source: 'Google re:Work, Grade OKRs; Doerr, Measure What Matters',
  example: {
    files: { 'okr.csv': 'objective,kr,baseline,target,actual\n发布新功能,上线 6 个功能,0,6,3\n' },
    answer: '0.5',
    source: 'Google re:Work, Grade OKRs',
  },
  table: 'okr',
  columns: {
    objective: createNeed(['objective'], '目标 O', 'objective'),
    kr: createNeed(['kr'], '关键结果', 'key result'),
    target: createNeed(['target'], '目标值', 'target'),
    actual: createNeed(['actual'], '实际值', 'actual'),
    baseline: createOptionalNeed(['baseline'], '基线', 'baseline'),
    weight: createOptionalNeed(['weight'], '权重', 'weight'),
    type: createOptionalNeed(['type'], '类型', 'type'),
  },
  params: none,
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '各目标得分之和', en: 'sum of the marks of objectives' },
    denominator: { zh: '目标个数', en: 'objectives' },
    tex: '\\operatorname{mean}_O \\frac{\\sum_k w_k \\min\\left(1, \\max\\left(0, \\frac{A_k - B_k}{T_k - B_k}\\right)\\right)}{\\sum_k w_k}',
  }),
  sql: (query) => buildRowsSql(query, ['objective', 'kr', 'baseline', 'target', 'actual', 'weight', 'type']),
  solve: (rows) => solveOkr(rows.map(toKeyResult)),
};

function toKeyResult(row: Record<string, Cell>): KeyResult {
  const result = {
    objective: toText(row.objective),
    name: toText(row.kr),
    baseline: toNumber(row.baseline) ?? 0,
    target: toNumber(row.target) ?? 0,
    actual: toNumber(row.actual),
    weight: toNumber(row.weight) ?? 1,
    binary: row.type === 'binary',
  };
  if (result.target !== result.baseline) return result;
  throw new ParameterError('target', {
    zh: `关键结果“${result.name}”的目标值等于基线，无从评分：改目标或基线`,
    en: `Key result “${result.name}” has a target equal to its baseline: change one of them`,
  });
}

function solveOkr(results: KeyResult[]): Solution {
  const names = [...new Set(results.map(({ objective }) => objective))];
  const points = names.map((name) => {
    const own = results.filter(({ objective }) => objective === name);
    return { key: name, label: { zh: name, en: name }, value: computeObjectiveScore(own), n: own.length };
  });
  const marked = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const value = marked.length > 0 ? marked.reduce((sum, one) => sum + one, 0) / marked.length : null;
  const missing = results.filter((result) => computeKeyResultScore(result) === null).length;
  const left = {
    zh: missing > 0 ? `${missing} 项关键结果没有实际值，未计入。` : '',
    en: missing > 0 ? ` ${missing} key results have no actual value and do not count.` : '',
  };
  if (value === null)
    return { value, points, n: results.length, note: { zh: left.zh || '—', en: left.en || '—' } };
  const { zh, en } = colours[gradeScore(value)];
  return {
    value,
    points,
    n: results.length,
    note: { zh: `评级：${zh}。${left.zh}`, en: `Grade: ${en}.${left.en}` },
  };
}

export const goalMetrics = defineFamily('goals', {
  goal_attainment: goalAttainment,
  growth_attainment: growthAttainment,
  okr_score: okrScore,
});
