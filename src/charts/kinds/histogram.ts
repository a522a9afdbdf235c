import { z } from 'zod';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeCount, makeRank } from '../../base/claims/make-claims.ts';
import { formatBareNumber, formatNumber } from '../../base/number-format.ts';
import { quantile } from '../../base/quantiles.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { distributionWords } from '../../words/charts/distribution-words.ts';
import { createColumn } from '../data/chart-series.ts';
import { makeSpread } from '../data/claim-members.ts';
import { type Bin, computeBins, listObservations, validateObservations } from '../data/distribution.ts';
import { formatShare } from '../data/percent-text.ts';
import { formatInUnit } from '../draw/direct-text.ts';
import { buildExampleInput, buildExampleObservations } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, Layer, Spec } from '../kind.ts';
import { buildTitleLines } from '../layout/chart-heading.ts';
import { buildRuleLabel, buildUprightRule } from '../layout/marks.ts';
import {
  buildHorizontalScale,
  buildPlotAxis,
  buildVerticalScale,
  countSteps,
  formatPlotTitle,
  measureLabelRoom,
  type PlotAxis,
  toPixel,
  withTicks,
} from '../layout/plot.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { getColour } from '../theme.ts';

export const histogram: ChartKind = {
  title: { zh: '直方图', en: 'Histogram' },
  description: {
    zh: '一列数值的分布：每段有多少个，虚线是中位数和第 90 百分位。一行一个观测的表，用 y 指明数值列；或分了组的数值，每组算一个观测。',
    en: 'How the numbers of a column lie: how many in each range, dashed lines at median and 90th percentile. A table of one observation a row (y names the column), or a value by groups, each an observation.',
  },
  use: {
    zh: '多数在哪一段，尾巴有多长：客单价、停留时长、访问次数。',
    en: 'Where most lie and how long the tail is: order amounts, durations, visits.',
  },
  avoid: {
    zh: '要读“多少在几小时以内”用 ecdf；类别的个数用 bars。',
    en: 'To read how many lie within a limit use ecdf; for counts of categories use bars.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, y: columnAttributes.y }),
  panel: 'histogram',
  validate: validateObservations,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="histogram" of="orders" y="amount" id="amounts" />',
    input: (language) =>
      buildExampleInput(language, {
        name: { zh: '订单金额', en: 'Order amount' },
        unit: '元',
        points: buildExampleObservations(240, 86),
      }),
  },
};

function prepareObservations(input: ChartInput) {
  const { language, values } = input;
  const value = values[0]!;
  const numbers = listObservations(value);
  const text = (number: number) => formatInUnit(input, number);
  const share = (count: number) => formatShare(count, numbers.length, input);
  const count = (number: number) => formatNumber(number, { unit: '', language });
  return { value, numbers, text, share, count };
}

function formatRange({ from, to }: Bin, whole: boolean, { language, values }: ChartInput): string {
  // What six decimals show as zero is written with its exponent.
  const bare = (number: number) =>
    Math.abs(number) < 1e-4
      ? formatNumber(number, { unit: '', language })
      : formatBareNumber(number, language);
  const { unit } = values[0]!;
  if (whole) return formatNumber((from + to) / 2, { unit, language });
  return distributionWords[language].between(
    bare(from),
    formatNumber(to, {
      unit,
      language,
      ...(unit === '元' && Math.abs(to) >= 0.01 && { digits: to % 1 === 0 ? 0 : 2 }),
    }),
  );
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const words = distributionWords[language];
  const { value, numbers, text, share, count } = prepareObservations(input);
  const { bins, whole, beyond } = computeBins(numbers);
  const [first, last] = [bins[0]!, bins.at(-1)!];
  const step = first.to - first.from;
  const tallest = Math.max(beyond, ...bins.map((bin) => bin.count));
  // Counts have no halves.
  const y = withTicks(buildPlotAxis([0, tallest], '', language), Number.isInteger);
  const width = fullWidth - measureLabelRoom(y) - 10;
  const far = beyond > 0 ? last.to + 1.6 * step : last.to;
  const free = buildPlotAxis([first.from, last.to], value.unit, language, {
    free: true,
    count: countSteps(width),
  });
  const within = (tick: number) =>
    tick >= first.from && tick <= last.to && (!whole || Number.isInteger(tick));
  const x = { ...withTicks(free, within), low: first.from, high: far };
  const across = buildHorizontalScale(x, formatPlotTitle(value.label, value.unit, x, language), width);
  const hover = (range: string, of: number) =>
    chartWords[language].hover(range, chartWords[language].join([count(of), share(of)]));
  const rows = bins.map((bin) => ({ ...bin, hover: hover(formatRange(bin, whole, input), bin.count) }));
  const over = words.over(text(last.to));
  const rest = { from: last.to + 0.6 * step, to: far, count: beyond, hover: hover(over, beyond) };
  const up = buildVerticalScale(y);
  const bar = { aria: true, type: 'bar', stroke: getColour('paper'), strokeWidth: 1 };
  const encoding = {
    x: { ...across, field: 'from' },
    x2: { field: 'to' },
    y: { ...up, field: 'count' },
    y2: { datum: 0 },
    description: { field: 'hover' },
  };
  const remark = beyond > 0 ? [words.beyondBar(count(beyond), text(last.to))] : [];
  return {
    // Beyond 20,000 the ticks count in 万.
    title: buildTitleLines([...remark, formatPlotTitle(words.count, '', y, language)], fullWidth, {
      offset: 10,
    }),
    width,
    height: 240,
    layer: [
      { data: { values: rows }, mark: { ...bar, color: getColour('c1') }, encoding },
      { data: { values: beyond > 0 ? [rest] : [] }, mark: { ...bar, color: getColour('even') }, encoding },
      ...buildLevelLayers(quantile(numbers, 0.5)!, words.middleIs, { x, across, width, dy: -26, text }),
      ...buildLevelLayers(quantile(numbers, 0.9)!, words.ninetyIs, { x, across, width, dy: -8, text }),
    ],
  } as Spec;
}

interface LevelFrame {
  x: PlotAxis;
  across: object;
  width: number;
  dy: number;
  text: (number: number) => string;
}

function buildLevelLayers(
  at: number,
  name: (text: string) => string,
  { x, across, width, dy, text }: LevelFrame,
): Layer[] {
  if (at > x.high) return [];
  const place = { ...across, datum: at };
  return [
    buildUprightRule(place, 'ink'),
    buildRuleLabel(name(text(at)), place, { pixel: toPixel(x, at, width), width, dy }),
  ];
}

function listClaims(input: ChartInput): Claim[] {
  const words = distributionWords[input.language];
  const { value, numbers, text, count } = prepareObservations(input);
  const { bins, whole, beyond } = computeBins(numbers);
  const ranges = bins.map((bin) => ({ name: formatRange(bin, whole, input), value: bin.count }));
  const rest = beyond > 0 ? [{ name: words.over(text(bins.at(-1)!.to)), value: beyond }] : [];
  const members = [...ranges, ...rest].map((one): Member => {
    return { ...one, text: words.items(count(one.value)), unit: '' };
  });
  return [
    ...makeSpread({ label: value.label, numbers }, input),
    ...makeRank(members, { of: '', what: 'bin', ends: ['highest'], whole: numbers.length }),
    ...makeCount('without-number', value.points.length - numbers.length),
  ];
}

function buildTable(input: ChartInput): TableRows {
  const words = distributionWords[input.language];
  const { numbers, text, share, count } = prepareObservations(input);
  const { bins, whole, beyond } = computeBins(numbers);
  let running = 0;
  const row = (range: string, of: number) => {
    running += of;
    return [range, count(of), share(of), share(running)];
  };
  const rest = beyond > 0 ? [{ range: words.over(text(bins.at(-1)!.to)), of: beyond }] : [];
  const all = [...bins.map((bin) => ({ range: formatRange(bin, whole, input), of: bin.count })), ...rest];
  return {
    columns: [
      createColumn('range', words.range, 'left'),
      createColumn('count', words.count),
      createColumn('share', chartWords[input.language].share),
      createColumn('running', words.runningShare),
    ],
    rows: all.map(({ range, of }) => row(range, of)),
  };
}
