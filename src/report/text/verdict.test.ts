import { describe, expect, test } from 'vitest';
import { isMetric } from '../../metrics/library.ts';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';
import { findDifferenceMetric, isEstimate } from './estimates.ts';
import { checkValueForm, formatValue } from './format-value.ts';
import { computeIntervalVerdict, computeVerdict } from './verdict.ts';

const files = {
  'goals.csv':
    'kpi,direction,unit,baseline,target\n人数,higher,人,900,1000\n成本,lower,元,60,50\n率,higher,%,2.5,4.8\n',
  // 5 of 100: Wilson 2.15 to 11.18 (statsmodels).
  'ad_spend.csv':
    'date,channel,campaign,impressions,clicks,cost,conversions,revenue\n2026-03-02,SEM,甲,40,2,3.00,0,0\n2026-03-02,抖音,甲,30,3,5.00,0,0\n2026-03-02,抖音,乙,30,0,5.00,0,0\n',
};
const metrics = `
人数: { sql: "select 1302", unit: 人, target: goals.人数, baseline: goals.人数, direction: higher }
少: { sql: "select 900", unit: 人, target: goals.人数, baseline: goals.人数, direction: higher }
成本: { sql: "select 45", unit: 元, target: goals.成本, direction: lower }
率: { sql: "select 4.8004", unit: "%", target: goals.率, baseline: goals.率, direction: higher }
前: { sql: "select 2.5", unit: "%", direction: higher }
变化: { formula: 率 - 前 }
不变: { formula: 前 - 前 }
降本: { formula: 成本 - 成本 * 2 }
空: { sql: "select null", unit: "%" }
点击率: { metric: ctr, from: ad_spend, by: channel, direction: higher }
花费: { metric: cost, from: ad_spend, by: [channel, campaign] }
低线: { sql: "select 2.15", unit: "%" }
中线: { sql: "select 2.2", unit: "%" }
高线: { sql: "select 11.2", unit: "%" }
`;
const { values } = await evaluateMetrics(files, metrics);
const about = (name: string, vs: string) => computeVerdict(values[name]!, vs, values, 'zh');

describe('verdict', () => {
  test.each([
    ['人数', 'target', '超额完成', 'good'],
    ['少', 'target', '未达到', 'bad'],
    ['成本', 'target', '超额完成', 'good'],
    ['率', 'target', '超额完成', 'good'],
    ['人数', 'baseline', '高于', 'even'],
    ['少', 'baseline', '持平', 'even'],
    ['率', '前', '高于', 'even'],
    ['少', '人数', '低于', 'even'],
    ['变化', '0', '上升', 'even'],
    ['不变', '0', '持平', 'even'],
    ['降本', '0', '下降', 'even'],
    ['空', '0', '—', 'even'],
    ['空', '前', '—', 'even'],
  ])('%s against %s: %s', (name, vs, text, tone) => {
    expect(about(name, vs)).toMatchObject({ text, tone });
  });
  test('says what it rests on', () => {
    expect(about('人数', 'target')!.basis).toBe('实际 1,302 人，目标 1,000 人');
    // Beyond its target by less than is usually written: it is written longer.
    expect(about('率', '前')!.basis).toBe('率 4.8004%，前 2.5%');
  });
  test('nothing to compare with', () => {
    expect(about('变化', 'target')).toBeUndefined();
    expect(about('人数', '成本')).toBeUndefined();
    expect(about('人数', '没有')).toBeUndefined();
  });
  test('English', () => {
    expect(computeVerdict(values.成本!, 'target', values, 'en')!.text).toBe('exceeded');
  });
});

describe('verdict on an interval', () => {
  test.each([
    ['点击率', '0', '全部高于', 'even'],
    ['点击率', '低线', '全部高于', 'even'],
    ['点击率', '中线', '含有', 'even'],
    ['点击率', '高线', '全部低于', 'even'],
    ['空', '低线', '—', 'even'],
  ])('%s against %s: %s', (name, vs, text, tone) => {
    expect(computeIntervalVerdict(values[name]!, vs, values, 'zh')).toMatchObject({ text, tone });
  });
  test('says what it rests on', () => {
    const basis = (vs: string) => computeIntervalVerdict(values.点击率!, vs, values, 'zh')?.basis;
    expect(basis('0')).toBe('95% 置信区间 2.15%～11.18%');
    expect(basis('中线')).toBe('95% 置信区间 2.15%～11.18%，中线 2.2%');
    expect(basis('人数')).toBeUndefined();
    expect(basis('target')).toBeUndefined();
  });
});

describe('forms of a value', () => {
  const show = (name: string, as?: string, digits?: string) => formatValue(values[name]!, as, digits, 'zh');
  test.each([
    ['人数', undefined, undefined, '1,302 人'],
    ['人数', 'attainment', undefined, '130%'],
    ['人数', 'attainment', '0', '130%'],
    ['变化', 'change', undefined, '+2.3 个百分点'],
    ['变化', undefined, undefined, '2.3 个百分点'],
    ['降本', 'change', undefined, '−45.00 元'],
    ['率', 'pp', undefined, '4.8 个百分点'],
    ['率', 'percent', '2', '4.80%'],
    ['空', 'change', undefined, '—'],
    ['降本', 'size', undefined, '45.00 元'],
    ['降本', 'size', '0', '45 元'],
    ['空', 'size', '1', '—'],
    ['点击率', 'highest', undefined, 'SEM、抖音（5%）'],
    ['花费', 'highest', undefined, '抖音 · 甲、抖音 · 乙（5.00 元）'],
    ['花费', 'lowest', '0', 'SEM · 甲（3 元）'],
  ])('%s as %s, digits %s: %s', (name, as, digits, text) => {
    expect(show(name, as, digits)).toBe(text);
  });
  test('a member in English', () => {
    expect(formatValue(values.花费!, 'lowest', '0', 'en')).toBe('SEM · 甲 (3 CNY)');
  });
  test('a form that does not fit is a problem', () => {
    const place = { file: 'a.mdx', line: 1 };
    expect(checkValueForm(values.人数!, 'percent', place)?.id).toBe('value-form');
    expect(checkValueForm(values.前!, 'attainment', place)?.id).toBe('value-form');
    expect(checkValueForm(values.率!, 'percent', place)).toBeUndefined();
    expect(checkValueForm(values.率!, 'highest', place)?.id).toBe('value-form');
    expect(checkValueForm(values.空!, 'interval', place)).toBeUndefined();
  });
});

describe('what is estimated', () => {
  test.each([
    ['点击率', true],
    ['花费', true],
    ['低线', false],
    ['人数', false],
  ])('%s: %s', (name, estimated) => {
    expect(isEstimate(values[name]!)).toBe(estimated);
  });
  test('the difference to define has a metric that there is', () => {
    for (const value of Object.values(values)) expect(isMetric(findDifferenceMetric(value))).toBe(true);
    const of = (id: string) => ({
      ...values.点击率!,
      lineage: { ...values.点击率!.lineage, metric: { id, name: '', definition: '' } },
    });
    for (const id of ['conversion_rate', 'nps', 'mean', 'ctr'])
      expect(isMetric(findDifferenceMetric(of(id)))).toBe(true);
    expect(findDifferenceMetric(of('conversion_rate'))).toBe('conversion_change');
  });
});
