/** BG/NBD and Gamma-Gamma as metrics. */
import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import type { Cell } from '../../../base/source-table.ts';
import type { ExampleDefinition, FormulaText, MetricDefinition, Solution } from '../../metric.ts';
import { amount, createOptionalNeed, status, time, user } from '../../shared-columns.ts';
import { margin, none } from '../../shared-params.ts';
import {
  type BgNbdFit,
  estimateAliveProbability,
  estimatePurchases,
  estimateRepeats,
  fitBgNbd,
} from './bg-nbd.ts';
import { buildCustomersSql, toCustomers } from './customer-sql.ts';
import { sampleCustomers } from './example-customers.ts';
import { estimateSpend, fitGammaGamma, type GammaGammaFit } from './gamma-gamma.ts';
import type { Customer } from './repeat-customer.ts';

interface LifetimeParams {
  weeks: number;
  margin: number;
}

const columns = {
  user: { ...user, optional: true },
  amount: { ...amount, names: [...amount.names, 'value'], optional: true },
  status,
  time: { ...time, names: ['created_at', 'paid_at', ...time.names] },
  repeats: createOptionalNeed(['repeats', 'x'], '复购次数（按天）', 'repeat purchases, by days'),
  recency: createOptionalNeed(
    ['recency', 't_x'],
    '首次到末次购买的周数',
    'weeks from first to last purchase',
  ),
  age: createOptionalNeed(
    ['age', 'T'],
    '首次购买到观察结束的周数',
    'weeks from the first purchase to the end',
  ),
  spend: createOptionalNeed(['spend', 'zbar'], '复购的平均金额', 'mean value of the repeat purchases'),
};

const weeks = z
  .number()
  .positive()
  .max(520)
  .default(52)
  .meta({ description: '往后预测多少周（weeks to look ahead）' });

interface ModelMetricOptions extends Pick<MetricDefinition, 'names' | 'unit' | 'definition'> {
  digits?: number;
  source: string;
  formulaText: FormulaText;
  params: z.ZodType<LifetimeParams>;
  example: ExampleDefinition;
  solve(customers: readonly Customer[], params: LifetimeParams): Omit<Solution, 'n'>;
}

function createModelMetric({
  formulaText: reading,
  solve,
  ...rest
}: ModelMetricOptions): MetricDefinition<LifetimeParams> {
  return {
    ...rest,
    direction: 'higher',
    edgeCases: {
      zh: '没有人复购，或似然没有最高点时，模型无从估计，为“—”。同一天的几次购买算一次。',
      en: 'Where nobody came back, or the likelihood has no highest point, it is "—". Purchases of one day are one.',
    },
    table: 'orders',
    columns,
    proportion: false,
    empty: null,
    formulaText: () => reading,
    sql: buildCustomersSql,
    solve: (rows: readonly Record<string, Cell>[], params) => {
      const { customers, n } = toCustomers(rows);
      return { ...solve(customers, params), n };
    },
  };
}

const buildEmptySolution = (zh: string, en: string) => ({ value: null, note: { zh, en } });
const noFit = buildEmptySolution('数据不足以估计 BG/NBD 模型。', 'The data do not suffice to fit BG/NBD.');

/** Mean over customers; null when one of them has no number. */
function computeCustomerMean(
  customers: readonly Customer[],
  of: (customer: Customer) => number | null,
): number | null {
  let [sum, count] = [0, 0];
  for (const customer of customers) {
    const own = of(customer);
    if (own === null || !Number.isFinite(own)) return null;
    sum += own * (customer.alike ?? 1);
    count += customer.alike ?? 1;
  }
  return count > 0 ? sum / count : null;
}

function describeBgNbd({ r, alpha, a, b, logLikelihood, customers }: BgNbdFit): Bilingual {
  const numbers = `r = ${r.toFixed(3)}, α = ${alpha.toFixed(3)}, a = ${a.toFixed(3)}, b = ${b.toFixed(3)}, LL = ${logLikelihood.toFixed(1)}`;
  return {
    zh: `BG/NBD：${customers} 位顾客，${numbers}（周）。没有复购过的顾客，模型总当作仍活跃。`,
    en: `BG/NBD: ${customers} customers, ${numbers} (weeks). The model takes customers without repeats as active still.`,
  };
}

function describeGammaGamma({ p, q, v, customers, correlation }: GammaGammaFit): Bilingual {
  const numbers = `p = ${p.toFixed(2)}, q = ${q.toFixed(2)}, v = ${v.toFixed(2)}`;
  const together = correlation === null ? '—' : correlation.toFixed(2).replace('-', '−');
  return {
    zh: `Gamma-Gamma：${customers} 位复购顾客，${numbers}；次数与金额的相关系数 ${together}，应接近 0。`,
    en: `Gamma-Gamma: ${customers} repeat customers, ${numbers}; number and value correlate by ${together}, which should be near 0.`,
  };
}

const fader = 'Fader, Hardie & Lee 2005';
const example = {
  files: { 'customers.csv': sampleCustomers },
  query: 'from: customers',
  source: 'own sample, fitted alike by SciPy 1.17; the published fits of CDNOW are tests',
};
const inYear = { ...example, query: 'from: customers, with: { weeks: 52 }' };

const newCustomerRepeats = createModelMetric({
  names: { zh: '新客预期复购次数', en: 'Repeats expected of a new customer' },
  unit: '次/人',
  digits: 4,
  definition: {
    zh: '按 BG/NBD 模型，一位新顾客在首次购买后若干周内预期复购的次数。参数由现有顾客的复购记录估计。',
    en: 'Repeat purchases that BG/NBD expects of a new customer within some weeks. Its parameters come from the customers there are.',
  },
  source: `${fader}, equation 9`,
  formulaText: {
    numerator: { zh: '一位新顾客的预期复购次数', en: 'repeats expected of a new customer' },
    tex: 'E[X(t)] = \\frac{a+b-1}{a-1}\\left[1 - \\left(\\frac{\\alpha}{\\alpha+t}\\right)^{r} {}_2F_1\\!\\left(r, b; a+b-1; \\tfrac{t}{\\alpha+t}\\right)\\right]',
  },
  params: z.strictObject({ weeks }) as unknown as z.ZodType<LifetimeParams>,
  example: { ...inYear, answer: '2.3316 次/人' },
  solve: (customers, params) => {
    const fit = fitBgNbd(customers);
    return fit ? { value: estimateRepeats(fit, params.weeks), note: describeBgNbd(fit) } : noFit;
  },
});

const expectedPurchasesPerCustomer = createModelMetric({
  names: { zh: '预期购买次数', en: 'Purchases expected' },
  unit: '次/人',
  digits: 3,
  definition: {
    zh: '按 BG/NBD 模型，现有顾客今后若干周内人均预期购买的次数。已流失的可能性计算在内。',
    en: 'Purchases that BG/NBD expects of the customers there are, per customer, in some weeks to come. That they may have left is counted in.',
  },
  source: `${fader}, equation 10`,
  formulaText: {
    numerator: { zh: '今后各周的预期购买次数', en: 'purchases expected in the weeks to come' },
    denominator: { zh: '顾客数', en: 'customers' },
    tex: '\\frac{1}{N}\\sum_i E[Y(t) \\mid x_i, t_{x,i}, T_i]',
  },
  params: z.strictObject({ weeks }) as unknown as z.ZodType<LifetimeParams>,
  example: { ...inYear, answer: '1.389 次/人' },
  solve: (customers, params) => {
    const fit = fitBgNbd(customers);
    if (!fit) return noFit;
    return {
      value: computeCustomerMean(customers, (one) => estimatePurchases(fit, one, params.weeks)),
      note: describeBgNbd(fit),
    };
  },
});

const aliveRate = createModelMetric({
  names: { zh: '预期活跃顾客占比', en: 'Customers expected to be active' },
  unit: '%',
  definition: {
    zh: '按 BG/NBD 模型，顾客尚未流失的概率的平均值。没有复购过的顾客按模型概率为 1，占比因此偏高。',
    en: 'Mean probability that a customer has not left, by BG/NBD. Customers without repeats have probability 1 in it, so the share is high.',
  },
  source: 'Fader, Hardie & Lee, note 021',
  formulaText: {
    numerator: { zh: '尚未流失的概率之和', en: 'sum of the probabilities to be active' },
    denominator: { zh: '顾客数', en: 'customers' },
    times: '100%',
    tex: '\\frac{100\\%}{N}\\sum_i \\left[1 + \\frac{a}{b+x_i-1}\\left(\\frac{\\alpha+T_i}{\\alpha+t_{x,i}}\\right)^{r+x_i}\\right]^{-1}',
  },
  params: none as unknown as z.ZodType<LifetimeParams>,
  example: { ...example, answer: '53.24%' },
  solve: (customers) => {
    const fit = fitBgNbd(customers);
    if (!fit) return noFit;
    const mean = computeCustomerMean(customers, (one) => estimateAliveProbability(fit, one));
    return { value: mean === null ? null : mean * 100, note: describeBgNbd(fit) };
  },
});

const expectedOrderValue = createModelMetric({
  names: { zh: '预期每单金额', en: 'Order value expected' },
  unit: '元/单',
  definition: {
    zh: '按 Gamma-Gamma 模型，一般顾客每次购买的预期金额。只由复购过的顾客估计，并假定金额与次数无关。',
    en: 'Mean value of a purchase that Gamma-Gamma expects of any customer. Only repeat customers tell it, and value must not hang on number.',
  },
  source: 'Fader & Hardie 2013, note 025',
  formulaText: {
    numerator: { zh: '一般顾客每次购买的预期金额', en: 'value expected of a purchase of any customer' },
    tex: 'E[M] = \\frac{p\\,v}{q-1}',
  },
  params: none as unknown as z.ZodType<LifetimeParams>,
  example: { ...example, answer: '45.34 元/单' },
  solve: (customers) => {
    const fit = fitGammaGamma(customers);
    if (!fit)
      return buildEmptySolution(
        '数据不足以估计 Gamma-Gamma 模型。',
        'The data do not suffice to fit Gamma-Gamma.',
      );
    return { value: estimateSpend(fit, { repeats: 0, recency: 0, age: 0 }), note: describeGammaGamma(fit) };
  },
});

const predictedLtv = createModelMetric({
  names: { zh: '预期客户价值', en: 'Predicted lifetime value' },
  unit: '元/人',
  definition: {
    zh: '今后若干周内人均预期购买次数与预期金额之积，再乘毛利率，逐人相乘后平均。不折现。',
    en: 'Purchases expected times value expected times margin in some weeks to come, customer by customer, then the mean. Not discounted.',
  },
  source: `${fader}; Fader & Hardie 2013`,
  formulaText: {
    numerator: { zh: '今后各周的预期购买金额 × 毛利率', en: 'value expected in the weeks to come × margin' },
    denominator: { zh: '顾客数', en: 'customers' },
    tex: '\\frac{m}{N}\\sum_i E[Y(t) \\mid x_i, t_{x,i}, T_i] \\; \\frac{p\\,(v + x_i \\bar z_i)}{p\\,x_i + q - 1}',
  },
  params: z.strictObject({ weeks, margin }),
  example: { ...inYear, answer: '60.61 元/人' },
  solve: (customers, params) => {
    const fit = fitBgNbd(customers);
    const spend = fitGammaGamma(customers);
    if (!fit || !spend) return noFit;
    const value = computeCustomerMean(customers, (one) => {
      const each = estimateSpend(spend, one);
      return each === null ? null : estimatePurchases(fit, one, params.weeks) * each * params.margin;
    });
    const [buying, paying] = [describeBgNbd(fit), describeGammaGamma(spend)];
    return { value, note: { zh: buying.zh + paying.zh, en: `${buying.en} ${paying.en}` } };
  },
});

export const lifetimeModelMetrics = {
  new_customer_repeats: newCustomerRepeats,
  expected_purchases: expectedPurchasesPerCustomer,
  alive_rate: aliveRate,
  expected_order_value: expectedOrderValue,
  predicted_ltv: predictedLtv,
};
