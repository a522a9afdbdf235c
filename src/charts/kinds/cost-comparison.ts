import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { makeGap, makeLevel, toMember } from '../../base/claims/make-claims.ts';
import { formatNumber } from '../../base/number-format.ts';
import type { Point, TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { type Balance, computeBalances, findBreakEven, type Spend } from '../data/break-even.ts';
import {
  buildFirstSeries,
  createColumn,
  filterPresent,
  listGroups,
  type Series,
} from '../data/chart-series.ts';
import { getOwnTarget } from '../data/targets.ts';
import { findTimeGrain } from '../data/time-keys.ts';
import { buildExampleInput, buildExampleWeeks } from '../example.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import { type ChartKind, type InputError, panelRefusals, type Spec } from '../kind.ts';
import { buildTimeChart, type TimePanel } from '../layout/time-panel.ts';
import { attributes, filterAttributes } from '../props.ts';
import { resolveSeriesStyles } from '../series-styles.ts';

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
  props: z.strictObject({ of: attributes.value, ...filterAttributes }),
  panel: panelRefusals.twoGroupings,
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="cost-comparison" of="获客成本" by="week, channel" id="cost" />',
    metrics: `获客成本: { metric: cpa, from: ad_spend, where: "channel IN ('SEO', 'SEM')", unit: 元/人 }`,
    input: (language) => {
      const [seo, sem] = { zh: ['自然搜索', '搜索广告'], en: ['Organic search', 'Search ads'] }[language];
      const points = buildExampleWeeks(language, [
        [2_000, 1_200, 900, 800, 800, 800],
        [1_500, 1_600, 1_500, 1_700, 1_600, 1_500],
      ]).map((point, i) => {
        const denominator = i < 6 ? 20 + 12 * i : 50;
        const numerator = point.value ?? 0;
        const group = (i < 6 ? seo : sem) ?? '';
        return { ...point, group, numerator, denominator, value: numerator / denominator };
      });
      const name = { zh: '获客成本', en: 'Cost per user' };
      return buildExampleInput(language, { name, unit: '元/人', value: 24.1, points, direction: 'lower' });
    },
  },
};

function validate({ values }: ChartInput): InputError | undefined {
  const [value] = values;
  if (!value) return { why: 'empty', name: '' };
  const { name, points } = value;
  if (filterPresent(points).length === 0) return { why: 'empty', name };
  if (!findTimeGrain(points.map((point) => point.key))) return { why: 'needs-time', name };
  const arms = listGroups(value);
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
const organicPattern = /seo|自然|organic/i;

function computeComparison(input: ChartInput): Comparison {
  const [a, b] = buildFirstSeries(input) as [Series, Series];
  const [first, second] = !organicPattern.test(a.label) && organicPattern.test(b.label) ? [b, a] : [a, b];
  const all = computeBalances(first.points.map(toSpend), second.points.map(toSpend));
  const at = findBreakEven(all);
  return {
    value: input.values[0]!,
    first,
    second,
    all,
    even: at === undefined ? undefined : first.points[at],
  };
}

function toSpend({ numerator, denominator }: Point): Spend | null {
  return numerator === undefined || denominator === undefined
    ? null
    : { cost: numerator, conversions: denominator };
}

/** The unit of the cost itself: 元 of 元/人. */
const getCostUnit = (unit: string) => unit.split('/')[0] ?? unit;

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const words = chartWords[input.language];
  const { value, first, second, all, even } = computeComparison(input);
  const shared = { language: input.language, training: input.training };
  const styles = resolveSeriesStyles([first.names, second.names], input);
  const columnLabels = listColumnLabels(input);
  const line = (series: Series, at: number) => {
    return { label: series.label, points: series.points, style: styles[at]!, column: columnLabels[at] };
  };
  const sums = (label: string, at: number, of: (balance: Balance) => number | null) => ({
    label,
    style: styles[at]!,
    column: columnLabels[2 + at],
    points: first.points.map((point, i) => ({ ...point, ...toCost(of(all[i]!), value, input) })),
  });
  const target = getOwnTarget(value)?.value ?? null;
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
      unit: getCostUnit(value.unit),
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
  return buildTimeChart(panels, fullWidth);
}

function toCost(value: number | null, { unit }: ChartValue, { language }: ChartInput) {
  return { value, text: formatNumber(value, { unit: getCostUnit(unit), language }) };
}

function listClaims(input: ChartInput): Claim[] {
  const { value, first, second, all, even } = computeComparison(input);
  const last = first.points.findLastIndex(
    (point, i) => point.value !== null && (second.points[i]?.value ?? null) !== null,
  );
  const costs = [first, second].flatMap(({ label, points }) =>
    last < 0 ? [] : (toMember(points[last]!, value.unit, label) ?? []),
  );
  const at = first.points[last]?.label;
  return [
    ...tellBreakEven(first, second, { all, even }, input),
    ...makeLevel('value', chartWords[input.language].costEach, costs, at),
  ];
}

/** Nothing where the other arm had no price to compare with. */
function tellBreakEven(
  first: Series,
  second: Series,
  { all, even }: Pick<Comparison, 'all' | 'even'>,
  input: ChartInput,
): Claim[] {
  const value = input.values[0]!;
  const at = even ? first.points.indexOf(even) : all.length - 1;
  const { spent, same } = all[at]!;
  if (same === null || (!even && !(spent > same))) return [];
  const toArm = (name: string, cost: number) => {
    return { name, value: cost, text: toCost(cost, value, input).text, unit: getCostUnit(value.unit) };
  };
  return makeGap({
    what: even ? 'break-even' : 'no-break-even',
    of: '',
    left: toArm(first.label, spent),
    right: toArm(second.label, same),
    at: first.points[at]!.label,
  });
}

/** Of the columns of both panels' lines. */
function listColumnLabels(input: ChartInput): string[] {
  const words = chartWords[input.language];
  const { value, first, second } = computeComparison(input);
  return [
    `${first.label} · ${value.label}`,
    `${second.label} · ${value.label}`,
    `${first.label} · ${words.cumulative}`,
    words.sameAt(second.label),
  ];
}

function buildTable(input: ChartInput): TableRows {
  const words = chartWords[input.language];
  const { value, first, second, all } = computeComparison(input);
  return {
    columns: [
      createColumn('key', words.period, 'left'),
      ...listColumnLabels(input).map((label, i) => createColumn(`s${i}`, label)),
    ],
    rows: first.points.map((point, i) => [
      point.label,
      point.text,
      second.points[i]?.text ?? '—',
      toCost(all[i]!.spent, value, input).text,
      toCost(all[i]!.same, value, input).text,
    ]),
  };
}
