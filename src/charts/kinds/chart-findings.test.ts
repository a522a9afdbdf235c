/** What the kinds of distributions, pairs and sides tell, against answers found without them. */
import { expect, test } from 'vitest';
import { describeClaims } from '../../words/claims/describe-claims.ts';
import { buildExampleInput, buildExampleValue, type ExamplePoint } from '../example.ts';
import type { ChartInput } from '../input.ts';
import { type Kind, kinds } from './kinds.ts';

const buildPoints = (numbers: (number | null)[], group?: string): ExamplePoint[] =>
  numbers.map((value, i) => ({ key: `k${i}`, label: `项 ${i + 1}`, value, ...(group && { group }) }));

const buildInput = (points: ExamplePoint[], unit = '人', more: Partial<ChartInput> = {}): ChartInput => ({
  ...buildExampleInput('zh', { name: { zh: '数', en: 'Number' }, unit, points }),
  ...more,
});

const describeKind = (kind: Kind, input: ChartInput) => {
  expect(kinds[kind].validate(input)).toBeUndefined();
  return describeClaims(kinds[kind].listClaims(input), 'zh');
};

test('lorenz: the incomes of R package ineq have a Gini coefficient of 0.4620911', () => {
  const incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];
  expect(describeKind('lorenz', buildInput(buildPoints(incomes)))).toContain('基尼系数为 0.46');
  // 22261 of 66586.
  expect(describeKind('lorenz', buildInput(buildPoints(incomes)))).toContain('最多的 10%（1 项）占 33.4%');
});

test('likert: 81 of 263, Wilson interval 25.53% to 36.62% (Newcombe 1998, table I)', () => {
  const points = [...buildPoints([81], '满意'), ...buildPoints([182], '不满意')];
  expect(describeKind('likert', buildInput(points, '份'))).toContain('占 30.8%（95% 置信区间 25.5%～36.6%）');
});

/** Wilson intervals of 81 of 263 and 15 of 148 are 25.53% to 36.62% and 6.24% to 16.05%; 1 of 29 has 0.61% to 17.18%. */
test.each([
  [[81, 15], [182, 133], '项 1 与项 2 的区间没有重叠'],
  [[15, 1], [133, 28], '项 1 与项 2 的区间有重叠，单看区间不能断定谁高谁低'],
])(
  'likert: whether the intervals of %j in favour and %j against overlap (Newcombe 1998, table I)',
  (...row) => {
    const [favour, against, text] = row;
    const points = [...buildPoints(favour, '满意'), ...buildPoints(against, '不满意')];
    expect(describeKind('likert', buildInput(points, '份'))).toContain(text);
  },
);

test('forest: of two estimates above zero the order is only as sure as their intervals', () => {
  const build = (low: number): ChartInput => ({
    ...{ language: 'zh', goals: [] },
    values: [
      buildExampleValue('zh', { name: { zh: '甲', en: 'A' }, unit: '元', value: 9, interval: [low, 12] }),
      buildExampleValue('zh', { name: { zh: '乙', en: 'B' }, unit: '元', value: 4, interval: [2, 6] }),
    ],
  });
  expect(describeKind('forest', build(6.5))).toContain('甲与乙的区间没有重叠。');
  expect(describeKind('forest', build(5.5))).toContain('甲与乙的区间有重叠，单看区间不能断定谁高谁低。');
});

test('histogram and ecdf: median and 90th percentile of 1 to 11 (R, type 7) are 6 and 10', () => {
  const input = buildInput(buildPoints(Array.from({ length: 11 }, (_, i) => i + 1)));
  for (const kind of ['histogram', 'ecdf'] as const)
    expect(describeKind(kind, input)).toContain('共 11 个，中位数 6 人，第 90 百分位 10 人');
});

test('ecdf: three of four are up to the limit that is asked for', () => {
  expect(describeKind('ecdf', buildInput(buildPoints([1, 2, 3, 40]), '小时', { limit: 3 }))).toContain(
    '不超过 3 小时的占 75.0%',
  );
});

test('long tail: two of five make up 80%', () => {
  expect(describeKind('long-tail', buildInput(buildPoints([1, 60, 9, 20, 10])))).toContain(
    '数的 5 项中，前 2 项合占 80.0%',
  );
});

test('pyramid: shares of both sides, and of the largest bar', () => {
  const points = [...buildPoints([10, 30], '女'), ...buildPoints([20, 40], '男')];
  expect(describeKind('pyramid', buildInput(points))).toBe(
    '数中女占 40.0%，男占 60.0%；最多的是项 2 的男（40 人，占 40.0%）。',
  );
});

test('area: the whole of first and last period, and who is largest at the end', () => {
  const weeks = (numbers: (number | null)[], group: string) =>
    buildPoints(numbers, group).map((point, i) => ({ ...point, key: `2026-W1${i}` }));
  const input = buildInput([...weeks([5, null, 2], '新'), ...weeks([1, null, 6], '老')]);
  expect(describeKind('area', input)).toBe(
    '数由项 1 的 6 人升至项 3 的 8 人；项 3 占比最高的是老（75.0%）。',
  );
});

test('diverging: the difference of two sides is stated only of periods that have both', () => {
  const weeks = (numbers: (number | null)[], group: string) =>
    buildPoints(numbers, group).map((point, i) => ({ ...point, key: `2026-W1${i}` }));
  const input = buildInput([...weeks([5, 9, 2], '正'), ...weeks([1, null, 6], '负')]);
  expect(describeKind('diverging', input)).toBe(
    '合计正 16 人、负 7 人，净值 9 人；净值最高的是项 1（4 人），最低的是项 3（−4 人）。',
  );
});

test('scatter and bubble: the better side of a median is the lower one where less is better', () => {
  const value = (name: string, direction: 'higher' | 'lower', numbers: number[]) => ({
    name: { zh: name, en: name },
    unit: '',
    direction,
    value: 1,
    points: buildPoints(numbers),
  });
  const [cost, rate] = [value('成本', 'lower', [10, 20, 30, 40]), value('转化', 'higher', [8, 1, 7, 2])];
  expect(describeKind('scatter', buildExampleInput('zh', cost, rate))).toContain('的有 1 项：项 1');
  const size = value('投入', 'none' as 'higher', [5, 9, 1, 2]);
  expect(describeKind('bubble', buildExampleInput('zh', cost, rate, size))).toContain(
    '投入最高的是项 2（9）',
  );
});

test('trend: a value of four weeks is judged for these, not for the whole training', () => {
  const points = [4, 6].map((value, i) => ({
    ...buildPoints([value])[0]!,
    key: `2026-W2${i}`,
    numerator: 1,
    denominator: 50,
  }));
  const name = { zh: '率', en: 'Rate' };
  const input = buildExampleInput('zh', { name, unit: '%', value: 5, target: 4, points });
  const tell = (from: string) => {
    const observed = { thing: 'x', from, to: '2026-06-21' };
    return describeKind('trend', { ...input, values: [{ ...input.values[0]!, observed }] });
  };
  expect(tell('2026-05-25')).toContain('5 月 25 日至 6 月 21 日为 5%，超额完成目标 4%');
  expect(tell('2026-03-02')).toContain('全期为 5%，超额完成目标 4%');
});

/** What a reader who does not see the chart is told beyond its finding. */
const describeDetails = (kind: Kind, input: ChartInput) =>
  describeClaims(kinds[kind].listDetails?.(input) ?? [], 'zh');

test('funnel: those who do not see it are told every step', () => {
  const input = buildInput(buildPoints([200, 80, null, 20]));
  expect(describeDetails('funnel', input)).toBe('数：项 1 为 200 人、项 2 为 80 人、项 4 为 20 人。');
});

test('stacked: those who do not see it are told the shares that the finding leaves out', () => {
  const parts = { 甲: [10, 60], 乙: [60, 10], 丙: [30, 30] };
  const points = Object.entries(parts).flatMap(([group, numbers]) =>
    numbers.map((value, i): ExamplePoint => {
      return { key: `2026-0${i + 3}`, label: `${i + 3} 月`, group, value };
    }),
  );
  const input = buildInput(points);
  expect(describeKind('stacked', input)).not.toContain('丙');
  expect(describeDetails('stacked', input)).toBe(
    '丙占比 3 月与 4 月持平，均为 30.0%；4 月占比最高的是甲（60.0%）。',
  );
});
