import { z } from 'zod';
import { showNumber } from '../../base/number-format.ts';
import type { Point, Rows } from '../../base/series.ts';
import { chartWords } from '../../words/charts.ts';
import { type Balance, balances, breakEven, type Spend } from '../break-even.ts';
import { timeStep } from '../calendar.ts';
import { exampleInput, exampleWeeks } from '../example.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import type { ChartKind, Lack, Spec } from '../kind.ts';
import { attributes, narrowing } from '../props.ts';
import { groupsOf, present, type Series, seriesOf } from '../series.ts';
import { type TimePanel, timeChart } from '../time-panel.ts';

export const costComparison: ChartKind = {
  title: { zh: '成本对比图', en: 'Cost comparison' },
  description: {
    zh: '两种获客方式的单次转化成本，以及累计成本何时持平。数值是成本除以转化数，`by: [week, 方式]` 或 `by: [month, 方式]`。',
    en: 'Cost per conversion of two arms, and when the cumulative costs break even. A ratio `by: [week, arm]` or `[month, arm]`.',
  },
  use: {
    zh: '比较两种获客方式谁更省，以及投入多久才持平。',
    en: 'Which of two ways of winning customers is cheaper, and when an investment pays off.',
  },
  avoid: {
    zh: '没有逐期的成本与转化数时画不出；只比一个时点的成本时用 bars。',
    en: 'Not without cost and conversions by period; for costs at one moment use bars.',
  },
  sources: ['values'],
  props: z.strictObject({ of: attributes.value, ...narrowing }),
  panel: {
    zh: '它自己就要两层分组，小格里没有第三层',
    en: 'it needs two groupings itself, and a panel leaves it one',
  },
  lacks,
  spec,
  finding,
  table,
  example: {
    tag: '<Figure kind="cost-comparison" of="获客成本" by="week, channel" id="cost" />',
    metrics: `获客成本: { metric: cpa, from: ad_spend, where: "channel IN ('SEO', 'SEM')", unit: 元/人 }`,
    input: (language) => {
      const [seo, sem] = { zh: ['自然搜索', '搜索广告'], en: ['Organic search', 'Search ads'] }[language];
      const points = exampleWeeks(language, [
        [2_000, 1_200, 900, 800, 800, 800],
        [1_500, 1_600, 1_500, 1_700, 1_600, 1_500],
      ]).map((point, i) => {
        const denominator = i < 6 ? 20 + 12 * i : 50;
        const numerator = point.value ?? 0;
        const group = (i < 6 ? seo : sem) ?? '';
        return { ...point, group, numerator, denominator, value: numerator / denominator };
      });
      const name = { zh: '获客成本', en: 'Cost per user' };
      return exampleInput(language, { name, unit: '元/人', value: 24.1, points, direction: 'lower' });
    },
  },
};

function lacks({ values }: ChartInput): Lack | undefined {
  const [value] = values;
  if (!value) return { why: 'empty', name: '' };
  const { name, points } = value;
  if (present(points).length === 0) return { why: 'empty', name };
  if (!timeStep(points.map((point) => point.key))) return { why: 'needs-time', name };
  const arms = groupsOf(value);
  if (arms.length !== 2 || arms.includes(undefined))
    return { why: 'needs-two-arms', name, text: arms.filter(Boolean).join('、') };
  return points.some((point) => point.denominator === undefined) ? { why: 'needs-counts', name } : undefined;
}

interface Comparison {
  value: ChartValue;
  /** What is invested in, and what it is measured against. */
  first: Series;
  second: Series;
  all: Balance[];
  even: Point | undefined;
}

/** The arm that is an investment: unpaid search by its usual names, else the one that comes first. */
const organic = /seo|自然|organic/i;

function compare(input: ChartInput): Comparison {
  const [a, b] = seriesOf({ values: input.values.slice(0, 1) }) as [Series, Series];
  const [first, second] = !organic.test(a.label) && organic.test(b.label) ? [b, a] : [a, b];
  const all = balances(first.points.map(spend), second.points.map(spend));
  const at = breakEven(all);
  return {
    value: input.values[0]!,
    first,
    second,
    all,
    even: at === undefined ? undefined : first.points[at],
  };
}

function spend({ numerator, denominator }: Point): Spend | null {
  return numerator === undefined || denominator === undefined
    ? null
    : { cost: numerator, conversions: denominator };
}

/** The unit of the cost itself: 元 of 元/人. */
const costUnit = (unit: string) => unit.split('/')[0] ?? unit;

function spec(input: ChartInput, full: number): Spec {
  const words = chartWords[input.language];
  const { value, first, second, all, even } = compare(input);
  const shared = { language: input.language };
  const heads = tableHeads(input);
  const line = (series: Series, style: number) => {
    return { label: series.label, points: series.points, style, column: heads[style] };
  };
  const sums = (label: string, style: number, of: (balance: Balance) => number | null) => ({
    label,
    style,
    column: heads[2 + style],
    points: first.points.map((point, i) => ({ ...point, ...money(of(all[i]!), value, input) })),
  });
  const target = value.target?.value ?? null;
  const panels: TimePanel[] = [
    {
      ...shared,
      label: value.label,
      unit: value.unit,
      lines: [line(first, 0), line(second, 1)],
      levels: target === null ? [] : [{ value: target, text: words.targetIs(value.target!.text) }],
      height: 140,
    },
    {
      ...shared,
      label: words.cumulative,
      unit: costUnit(value.unit),
      lines: [
        sums(first.label, 0, (balance) => balance.spent),
        sums(words.sameAt(second.label), 1, (balance) => balance.same),
      ],
      levels: [],
      ...(even
        ? { moment: { key: even.key, text: words.breakEven(even.label) } }
        : { remark: words.noBreakEven }),
      height: 150,
    },
  ];
  return timeChart(panels, full);
}

function money(value: number | null, { unit }: ChartValue, { language }: ChartInput) {
  return { value, text: showNumber(value, { unit: costUnit(unit), language }) };
}

function finding(input: ChartInput): string {
  const words = chartWords[input.language];
  const { first, second, even } = compare(input);
  const arms = [first, second];
  const last = first.points
    .filter((_, i) => arms.every(({ points }) => (points[i]?.value ?? null) !== null))
    .at(-1);
  const costs = arms.map(({ label, points }) => ({
    arm: label,
    text: points.find((point) => point.key === last?.key)?.text ?? '—',
  }));
  const end = first.points.at(-1)!;
  return words.sentence([
    even
      ? words.breakEvenFound(first.label, second.label, even.label)
      : words.breakEvenNever(first.label, second.label, end.label),
    ...(last ? [words.lastCosts(last.label, costs)] : []),
  ]);
}

/** Of the columns of both panels' lines. */
function tableHeads(input: ChartInput): string[] {
  const words = chartWords[input.language];
  const { value, first, second } = compare(input);
  return [
    `${first.label} · ${value.label}`,
    `${second.label} · ${value.label}`,
    `${first.label} · ${words.cumulative}`,
    words.sameAt(second.label),
  ];
}

function table(input: ChartInput): Rows {
  const words = chartWords[input.language];
  const { value, first, second, all } = compare(input);
  const head = (label: string, i: number) => ({ name: `s${i}`, label, unit: '', align: 'right' as const });
  return {
    columns: [{ name: 'key', label: words.period, unit: '', align: 'left' }, ...tableHeads(input).map(head)],
    rows: first.points.map((point, i) => [
      point.label,
      point.text,
      second.points[i]?.text ?? '—',
      money(all[i]!.spent, value, input).text,
      money(all[i]!.same, value, input).text,
    ]),
  };
}
