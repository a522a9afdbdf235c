/** SEO beside SEM as metrics: cost of a conversion, break-even, payback, return. */
import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import { quoteSqlText } from '../../../base/quoting.ts';
import type { Cell } from '../../../base/source-table.ts';
import { defineFamily } from '../../define-family.ts';
import {
  type ExampleDefinition,
  type FormulaText,
  type MetricDefinition,
  type MetricQuery,
  ParameterError,
  type Solution,
} from '../../metric.ts';
import { buildQuotientSolution } from '../../ratio-metric.ts';
import { conversions, cost, time } from '../../shared-columns.ts';
import { margin } from '../../shared-params.ts';
import { buildConditions, buildOwnConditions, buildWhere, nestedKeys } from '../../sql/select.ts';
import { computeSeoCosts, findBreakEven, findPayback, type SearchMonth } from './search-cost.ts';

interface SearchParams {
  seo: string;
  sem: string;
  investment: number;
  months: number;
  basis: 'amortised' | 'cash';
  margin: number;
}

const createChannelParam = (name: string, zh: string) =>
  z
    .string()
    .trim()
    .min(1)
    .default(name)
    .meta({ description: `渠道列中表示${zh}的值（value of the channel: ${name}）` });

const params = z.strictObject({
  seo: createChannelParam('SEO', '自然搜索'),
  sem: createChannelParam('SEM', '付费搜索'),
  investment: z.number().min(0).default(0).meta({
    description: '自然搜索的初始投入，元；不在表中（initial spending on SEO, not in the table）',
  }),
  months: z.number().int().min(1).max(120).default(12).meta({
    description: '初始投入按多少个月平均摊销（months over which it is written off）',
  }),
  basis: z.enum(['amortised', 'cash']).default('amortised').meta({
    description: 'amortised 摊销，cash 初始投入全计在首月（written off, or all in the first month）',
  }),
  margin,
}) as z.ZodType<SearchParams>;

const columns = {
  arm: { names: ['channel', 'arm'], meaning: { zh: '渠道', en: 'channel' } },
  cost: { ...cost, meaning: { zh: '当月支出', en: 'cost of the month' } },
  conversions: { ...conversions, optional: true },
  revenue: { names: ['revenue', 'revenue_元'], meaning: { zh: '收入', en: 'revenue' }, optional: true },
  time: { ...time, optional: false },
};

/** Months of both arms. Groups can only be months: an investment has no keyword. */
function buildMonthsSql(query: MetricQuery<SearchParams>): string {
  const { seo, sem } = query.params;
  const { arm: column, cost: spent, conversions: won = '0', revenue = '0' } = query.columns;
  const own = query.keys.some((key) => !key.timed || !key.order.includes("%Y-%m'"));
  if (own) {
    throw new ParameterError('by', {
      zh: '只能按 month 分：初始投入只能摊到月',
      en: 'Only `by: month`: an investment is spread over months',
    });
  }
  const is = (name: string) => `CAST(${column} AS VARCHAR) = ${quoteSqlText(name)}`;
  const month = `date_trunc('month', ${query.day})`;
  const sum = (what: string, name: string) => `coalesce(sum(${what}) FILTER (${is(name)}), 0)`;
  const names = nestedKeys.names(query.keys);
  const origin = buildWhere([...buildOwnConditions(query), is(seo)]);
  const rows = buildWhere([
    ...buildConditions(query),
    `(${is(seo)} OR ${is(sem)})`,
    `${query.day} IS NOT NULL`,
  ]);
  return `SELECT ${[
    ...query.keys.map((key) => `${key.text} AS ${key.alias}`),
    `strftime(${month}, '%Y-%m') AS month`,
    `date_diff('month', (SELECT min(${month}) FROM ${query.from}${origin}), ${month}) AS index`,
    `${sum(spent!, seo)} AS seo_upkeep`,
    `${sum(won, seo)} AS seo_conversions`,
    `${sum(revenue, seo)} AS seo_revenue`,
    `${sum(spent!, sem)} AS sem_cost`,
    `${sum(won, sem)} AS sem_conversions`,
    'count(*) AS n',
  ].join(', ')}
FROM ${query.from}${rows}
GROUP BY ${[...(names.length > 0 ? query.keys.map((key) => key.order) : []), month].join(', ')}
ORDER BY ${month}`;
}

type NamedMonth = SearchMonth & { name: string };

function toMonths(rows: readonly Record<string, Cell>[]): { all: NamedMonth[]; n: number } {
  const all = rows.map((row) => ({
    name: String(row.month),
    index: row.index === null ? -1 : Number(row.index),
    seoUpkeep: Number(row.seo_upkeep),
    seoConversions: Number(row.seo_conversions),
    seoRevenue: Number(row.seo_revenue),
    semCost: Number(row.sem_cost),
    semConversions: Number(row.sem_conversions),
  }));
  return { all, n: rows.reduce((sum, row) => sum + Number(row.n), 0) };
}

interface SearchMetricOptions
  extends Pick<MetricDefinition, 'names' | 'unit' | 'direction' | 'definition' | 'edgeCases' | 'source'> {
  parts?: { numerator: string; denominator: string };
  formulaText: FormulaText;
  example: ExampleDefinition;
  solve(all: NamedMonth[], params: SearchParams): Omit<Solution, 'n'>;
}

function createSearchMetric({
  formulaText: reading,
  solve,
  ...rest
}: SearchMetricOptions): MetricDefinition<SearchParams> {
  return {
    ...rest,
    table: 'ad_spend',
    columns,
    params,
    proportion: false,
    empty: null,
    formulaText: () => reading,
    sql: buildMonthsSql,
    solve: (rows, given) => {
      const { all, n } = toMonths(rows);
      return { ...(n === 0 ? { value: null } : solve(all, given)), n };
    },
  };
}

const sumMonths = (all: readonly NamedMonth[], of: (month: NamedMonth) => number) =>
  all.reduce((sum, one) => sum + of(one), 0);

/** Cost of these months alone: what was written off before them is not theirs. */
function computeCost(all: readonly NamedMonth[], params: SearchParams): number {
  const cash = params.basis === 'cash';
  return sumMonths(all, (one) => {
    const upTo = computeSeoCosts([one], params, cash)[0] ?? 0;
    const before = computeSeoCosts([{ ...one, index: one.index - 1, seoUpkeep: 0 }], params, cash)[0] ?? 0;
    return upTo - before;
  });
}

function describeInvestment({ investment, months, basis }: SearchParams): Bilingual {
  if (basis === 'cash') {
    return {
      zh: `初始投入 ${investment} 元全计在首月。`,
      en: `The investment of ${investment} CNY counts in the first month.`,
    };
  }
  return {
    zh: `初始投入 ${investment} 元按 ${months} 个月平均摊销。`,
    en: `The investment of ${investment} CNY is written off over ${months} months.`,
  };
}

/** A month as a number of months since the start; the note names it. */
function buildMonthSolution(
  found: NamedMonth | null,
  all: readonly NamedMonth[],
  what: Bilingual,
): Omit<Solution, 'n'> {
  const last = all.at(-1)?.name ?? '';
  if (!found) {
    const note = { zh: `到 ${last} 尚未${what.zh}。`, en: `Not reached by ${last}.` };
    return { value: null, note };
  }
  return {
    value: found.index + 1,
    note: { zh: `${found.name} ${what.zh}。`, en: `${what.en} in ${found.name}.` },
  };
}

const buildExampleFiles = (lines: string) => ({
  'search.csv': `month,channel,cost,conversions,revenue\n${lines}\n`,
});
/** 12 months of 500 visits worth 0.20 each, after 300 for the content. */
const content = Array.from(
  { length: 12 },
  (_, i) => `2026-${String(i + 1).padStart(2, '0')}-01,SEO,0,500,100`,
).join('\n');
const woody = 'simplewoody.com, SEO content ROI: 300 of content, 500 visits a month at 0.20';

const semCpa = createSearchMetric({
  names: { zh: '付费搜索获客成本', en: 'SEM cost per conversion' },
  unit: '元/人',
  parts: { numerator: '元', denominator: '人' },
  direction: 'lower',
  definition: {
    zh: '付费搜索的支出除以它的转化数。支出随投放发生，停投即止，没有存量。',
    en: 'Spending on paid search divided by its conversions. It runs with the ads and leaves nothing behind.',
  },
  edgeCases: { zh: '没有付费搜索的转化时为“—”。', en: 'Without conversions of SEM it is "—".' },
  source: 'Google Ads Help, Cost per conversion',
  formulaText: {
    numerator: { zh: '付费搜索支出', en: 'cost of SEM' },
    denominator: { zh: '付费搜索转化数', en: 'conversions of SEM' },
  },
  example: {
    files: buildExampleFiles('2026-03-01,SEM,2.00,1,0\n2026-03-02,SEM,4.00,1,0'),
    query: 'from: search',
    answer: '3.00 元/人',
    source: 'Google Ads Help, Cost per conversion',
  },
  solve: (all) =>
    buildQuotientSolution(
      sumMonths(all, (one) => one.semCost),
      sumMonths(all, (one) => one.semConversions),
    ),
});

const seoCpa = createSearchMetric({
  names: { zh: '自然搜索获客成本', en: 'SEO cost per conversion' },
  unit: '元/人',
  parts: { numerator: '元', denominator: '人' },
  direction: 'lower',
  definition: {
    zh: '自然搜索的成本除以它的转化数，成本为当月维护支出加初始投入的摊销。摊销按月等额，期满后不再计入。',
    en: 'Cost of SEO divided by its conversions: upkeep of the month plus a part of the investment. Equal parts, none after the last month.',
  },
  edgeCases: { zh: '没有自然搜索的转化时为“—”。', en: 'Without conversions of SEO it is "—".' },
  source: 'straight-line amortisation',
  formulaText: {
    numerator: { zh: '维护支出 + 初始投入的摊销', en: 'upkeep + part of the investment' },
    denominator: { zh: '自然搜索转化数', en: 'conversions of SEO' },
    tex: '\\frac{\\sum_m \\left(C_0 / L + c_m\\right)}{\\sum_m \\mathrm{conversions}_m}',
  },
  example: {
    files: buildExampleFiles(content),
    query: 'from: search, with: { investment: 300, months: 12 }',
    answer: '0.05 元/人',
    source: `own arithmetic on ${woody}: 300 / 6 000`,
  },
  solve: (all, given) => ({
    ...buildQuotientSolution(
      computeCost(all, given),
      sumMonths(all, (one) => one.seoConversions),
    ),
    note: describeInvestment(given),
  }),
});

const seoBreakEven = createSearchMetric({
  names: { zh: '自然搜索盈亏平衡月', en: 'SEO break-even month' },
  unit: '个月',
  direction: 'lower',
  definition: {
    zh: '自然搜索的累计成本首次不高于同样多的转化按付费搜索累计单价所需的成本，是开始后的第几个月。从自然搜索有数据的第一个月算起。',
    en: 'The month in which the cumulative cost of SEO is first no more than its conversions would have cost at the price of SEM so far. Months count from the first of SEO.',
  },
  edgeCases: {
    zh: '没有达到，或付费搜索没有转化时为“—”，并说明。',
    en: 'Not reached, or without conversions of SEM, it is "—" and says so.',
  },
  source: 'own convention',
  formulaText: {
    numerator: { zh: '累计成本首次不高于付费搜索的月份', en: 'first month with no more cost than SEM' },
    tex: '\\min\\left\\{m : \\sum_{i \\le m} \\mathrm{cost}^{\\mathrm{SEO}}_i \\le \\mathrm{CPA}^{\\mathrm{SEM}}_m \\sum_{i \\le m} \\mathrm{conv}^{\\mathrm{SEO}}_i\\right\\}',
  },
  example: {
    files: buildExampleFiles(
      '2026-01-01,SEO,1000,5,0\n2026-02-01,SEO,1000,20,0\n2026-03-01,SEO,1000,60,0\n2026-01-01,SEM,5000,100,0\n2026-02-01,SEM,5000,100,0\n2026-03-01,SEM,5000,100,0',
    ),
    query: 'from: search, with: { investment: 4800, months: 12 }',
    answer: '3 个月',
    source: 'own arithmetic: 4 200 against 85 × 50 = 4 250 in March, 2 800 against 1 250 in February',
  },
  solve: (all, given) => {
    const found = findBreakEven(all, given, given.basis === 'cash') as NamedMonth | null;
    const solution = buildMonthSolution(found, all, { zh: '达到盈亏平衡', en: 'break-even' });
    const how = describeInvestment(given);
    return {
      ...solution,
      note: { zh: `${solution.note?.zh}${how.zh}`, en: `${solution.note?.en} ${how.en}` },
    };
  },
});

const seoPayback = createSearchMetric({
  names: { zh: '自然搜索回本月', en: 'SEO payback month' },
  unit: '个月',
  direction: 'lower',
  definition: {
    zh: '自然搜索的累计毛利首次不低于累计支出，是开始后的第几个月。支出按现金计，初始投入全在首月。',
    en: 'Month, counted from the first of SEO, in which its cumulative gross profit is no less than what it has cost. In cash: the investment counts at once.',
  },
  edgeCases: {
    zh: '没有收回时为“—”，并说明到哪个月为止。',
    en: 'Not paid back, it is "—" and says until when.',
  },
  source: 'simplewoody.com, SEO content ROI payback',
  formulaText: {
    numerator: { zh: '累计毛利首次不低于累计支出的月份', en: 'first month with profit no less than cost' },
    tex: '\\min\\left\\{m : \\sum_{i \\le m} g \\, R_i \\ge C_0 + \\sum_{i \\le m} c_i\\right\\}',
  },
  example: {
    files: buildExampleFiles(content),
    query: 'from: search, with: { investment: 300 }',
    answer: '3 个月',
    source: woody,
  },
  solve: (all, given) =>
    buildMonthSolution(findPayback(all, given, given.margin) as NamedMonth | null, all, {
      zh: '收回投入',
      en: 'paid back',
    }),
});

const seoRoi = createSearchMetric({
  names: { zh: '自然搜索投资回报率', en: 'SEO return on investment' },
  unit: '%',
  parts: { numerator: '元', denominator: '元' },
  direction: 'higher',
  definition: {
    zh: '自然搜索的毛利减去支出后占支出的百分比。支出为初始投入与维护支出之和，按现金计。',
    en: 'Gross profit of SEO less its cost as a percentage of the cost. The cost is investment and upkeep, in cash.',
  },
  edgeCases: { zh: '没有支出时为“—”。', en: 'Without cost it is "—".' },
  source: 'simplewoody.com, SEO content ROI payback',
  formulaText: {
    numerator: { zh: '毛利 − 支出', en: 'gross profit − cost' },
    denominator: { zh: '支出', en: 'cost' },
    times: '100%',
  },
  example: {
    files: buildExampleFiles(content),
    query: 'from: search, with: { investment: 300 }',
    answer: '300%',
    source: `${woody}: first-year ROI`,
  },
  solve: (all, given) => {
    const spent = computeCost(all, { ...given, basis: 'cash' });
    return buildQuotientSolution(sumMonths(all, (one) => one.seoRevenue) * given.margin - spent, spent, 100);
  },
});

export const searchMetrics = defineFamily('search', {
  sem_cpa: semCpa,
  seo_cpa: seoCpa,
  seo_break_even: seoBreakEven,
  seo_payback: seoPayback,
  seo_roi: seoRoi,
});
