import { z } from 'zod';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { countCutSteps, makeCount, makeCourse, makeRank } from '../../base/claims/make-claims.ts';
import type { Point, TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { twoSidedWords } from '../../words/charts/two-sided-words.ts';
import { buildFirstSeries, createColumn, filterPresent, type Series } from '../data/chart-series.ts';
import { formatPercent } from '../data/percent-text.ts';
import { stackNumbers } from '../data/stacks.ts';
import { findTimeGrain } from '../data/time-keys.ts';
import { validateSum, validateTwoDimensions } from '../data/value-parts.ts';
import { formatInUnit } from '../draw/direct-text.ts';
import { measureColumn, spreadPositions } from '../draw/labels.ts';
import { buildExampleInput, buildExampleWeeks } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, InputError, Layer, Spec } from '../kind.ts';
import { buildLegend, buildTitle } from '../layout/chart-heading.ts';
import {
  buildPlotAxis,
  buildVerticalScale,
  formatPlotTitle,
  measureLabelRoom,
  type PlotAxis,
  toPixel,
} from '../layout/plot.ts';
import { buildPeriodScale } from '../layout/time-axis.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { resolveSeriesStyles, type SeriesStyle } from '../series-styles.ts';
import { categoryColours, fontSizes, getColour } from '../theme.ts';

const height = 240;

export const area: ChartKind = {
  title: { zh: '堆叠面积图', en: 'Stacked areas' },
  description: {
    zh: '一项可以相加的数值随时间的总量，按组层层叠起，多的在下；没有数据的时段留空。数值要有 `by: [week, channel]` 这样的两层分组，第一层是时间，第二层不超过 6 种。',
    en: 'A value that adds up over time, its groups on top of each other, the largest lowest; periods without data stay empty. A value `by: [week, channel]` or the like: time first, then at most 6 groups.',
  },
  use: {
    zh: '总量怎样变，由谁撑起来：活跃用户的分层、各渠道的访问。',
    en: 'How the whole changes and who carries it: tiers of users, visits by channel.',
  },
  avoid: {
    zh: '要比较各组的起伏用 trend；只看占比用 stacked。',
    en: 'To compare the ups and downs of groups use trend; for shares alone use stacked.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, ...columnAttributes }),
  panel: 'area',
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="area" of="活跃用户" by="week, tier" id="tiers" />',
    metrics: '活跃用户: { metric: active_users, from: events }',
    input: (language) =>
      buildExampleInput(language, {
        name: { zh: '活跃用户', en: 'Active users' },
        unit: '人',
        points: buildExampleWeeks(language, [
          [1_210, 1_190, 1_305, 1_280, 1_370, 1_465, 1_440, 1_520],
          [340, 375, 420, 490, 540, 590, 640, 700],
          [90, 95, 120, 150, 180, 205, 260, 310],
        ]),
      }),
  },
};

function validate(input: ChartInput): InputError | undefined {
  const { values } = input;
  const inputError = validateTwoDimensions({ values });
  if (inputError) return inputError;
  const value = values[0]!;
  const { name, points } = value;
  if (!findTimeGrain(points.map((point) => point.key))) return { why: 'needs-time', name };
  const groups = buildFirstSeries(input).length;
  if (groups > categoryColours.length) return { why: 'too-many-series', name, text: String(groups) };
  return validateSum(value);
}

interface Stacks {
  /** The largest group first. */
  series: Series[];
  /** One a period; null where no group has a number. */
  wholes: (number | null)[];
}

function computeStacks(input: ChartInput): Stacks {
  const sum = ({ points }: Series) => filterPresent(points).reduce((all, { value }) => all + value, 0);
  const series = buildFirstSeries(input).sort((a, b) => sum(b) - sum(a));
  const wholes = series[0]!.points.map((_, i) => {
    const known = filterPresent(series.map(({ points }) => points[i]!));
    return known.length === 0 ? null : known.reduce((all, { value }) => all + value, 0);
  });
  return { series, wholes };
}

interface Cell {
  key: string;
  group: number;
  from: number;
  to: number;
  /** Periods in a row that have data share one. */
  run: number;
  alone: boolean;
  hover: string;
}

function buildCells(input: ChartInput, { series, wholes }: Stacks): Cell[] {
  const words = chartWords[input.language];
  const has = (i: number) => (wholes[i] ?? null) !== null;
  let run = 0;
  return wholes.flatMap((whole, i) => {
    if (whole === null) return [];
    if (!has(i - 1)) run++;
    const places = stackNumbers(series.map(({ points }) => points[i]!.value ?? 0));
    return series.map(({ label, points }, group): Cell => {
      const point = points[i]!;
      const hover = words.hover(`${point.label} · ${label}`, point.text);
      return { key: point.key, group, ...places[group]!, run, alone: !has(i - 1) && !has(i + 1), hover };
    });
  });
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language, values } = input;
  const { label, unit } = values[0]!;
  const stacks = computeStacks(input);
  const { series, wholes } = stacks;
  const y = buildPlotAxis([0, ...wholes.map((whole) => whole ?? 0)], unit, language, { count: 4 });
  const names = series.map((one) => one.label);
  const beside = measureColumn(names, fontSizes.label) <= Math.min(190, 0.3 * fullWidth);
  const side = beside ? measureColumn(names, fontSizes.label) + 26 : 12;
  const width = fullWidth - measureLabelRoom(y) - side;
  const styles = resolveSeriesStyles(
    series.map((one) => one.names.slice(0, 1)),
    input,
  );
  const x = buildPeriodScale(series[0]!.points, width, input);
  const up = buildVerticalScale(y);
  const cells = buildCells(input, stacks);
  const keys = series
    .map((one, i) => ({ text: one.label, paint: getColour(styles[i]!.paint), opacity: 1 }))
    .toReversed();
  return {
    title: buildTitle(formatPlotTitle(label, unit, y, language), fullWidth, { offset: 12 }),
    width,
    height,
    layer: [
      ...series.flatMap((_, i) =>
        buildBandLayers(
          cells.filter(({ group }) => group === i),
          styles[i]!,
          { x, y: up },
        ),
      ),
      ...(beside
        ? buildEndLabelLayers(names, styles, cells, y)
        : buildLegend(keys, fullWidth, measureLabelRoom(y))),
    ],
  } as Spec;
}

/** A group's band with a thin line of paper at its upper edge, its points for hovering; a lone period is a column. */
function buildBandLayers(
  cells: readonly Cell[],
  style: SeriesStyle,
  { x, y }: { x: object; y: object },
): Layer[] {
  const encoding = { x, y: { ...y, field: 'to' }, y2: { field: 'from' } };
  const [run, lone] = [cells.filter(({ alone }) => !alone), cells.filter(({ alone }) => alone)];
  const detail = { field: 'run', type: 'nominal' };
  const paint = getColour(style.paint);
  return [
    { data: { values: run }, mark: { type: 'area', color: paint }, encoding: { ...encoding, detail } },
    {
      data: { values: run },
      mark: { type: 'line', color: getColour('paper'), strokeWidth: 1.4 },
      encoding: { x, y: { ...y, field: 'to' }, detail },
    },
    { data: { values: lone }, mark: { type: 'rule', color: paint, strokeWidth: 8 }, encoding },
    {
      data: { values: cells.filter(({ to, from }) => to > from) },
      mark: { type: 'point', size: 12, opacity: 1, color: paint, aria: true },
      encoding: { x, y: { ...y, field: 'to' }, description: { field: 'hover' } },
    },
  ] as Layer[];
}

/** The name of each group beside the last of its band. */
function buildEndLabelLayers(
  names: readonly string[],
  styles: readonly SeriesStyle[],
  cells: readonly Cell[],
  y: PlotAxis,
): Layer[] {
  const ends = names.map((_, i) => cells.findLast(({ group }) => group === i)!);
  const wanted = ends.map(({ from, to }) => height - toPixel(y, (from + to) / 2, height));
  const placed = spreadPositions(wanted, 17, 4, height - 4);
  return names.flatMap((text, i) => {
    const data = { values: [{}] };
    const [x, at] = [{ value: 'width' }, { value: placed[i]! }];
    const stroke = getColour(styles[i]!.paint);
    return [
      {
        data,
        mark: { type: 'rule', stroke, strokeWidth: 2, xOffset: -2, x2Offset: 14 },
        encoding: { x, x2: x, y: { value: wanted[i]! }, y2: at },
      },
      {
        data,
        mark: { type: 'text', text, align: 'left', baseline: 'middle', dx: 18 },
        encoding: { x, y: at },
      },
    ] as Layer[];
  });
}

/** How the whole went, and who is largest at the end. */
function listClaims(input: ChartInput): Claim[] {
  const { series, wholes } = computeStacks(input);
  const { label, unit } = input.values[0]!;
  const points = wholes.map((value, i): Point => {
    const { key, label: at } = series[0]!.points[i]!;
    // The whole of a part of a month says nothing beside that of a month.
    const isCut = series.some((one) => one.points[i]?.cut);
    return { key, label: at, value, text: formatInUnit(input, value), n: 0, ...(isCut && { cut: true }) };
  });
  const uncut = points.filter(({ cut, value }) => !cut && value !== null);
  const last = points.indexOf(uncut.at(-1) ?? points.findLast(({ value }) => value !== null)!);
  const whole = wholes[last]!;
  const parts = whole > 0 ? series : [];
  const shares = parts.map((one): Member => {
    const share = ((one.points[last]!.value ?? 0) / whole) * 100;
    return { name: one.label, value: share, text: formatPercent(share, input), unit: '%' };
  });
  return [
    ...makeCourse(label, points, unit),
    ...makeRank(shares, { of: '', what: 'part', at: points[last]!.label, ends: ['highest'] }),
    ...makeCount('cut-steps', countCutSteps(points)),
  ];
}

function buildTable(input: ChartInput): TableRows {
  const { series, wholes } = computeStacks(input);
  return {
    columns: [
      createColumn('key', chartWords[input.language].period, 'left'),
      ...series.map(({ label }, i) => createColumn(`s${i + 1}`, label)),
      createColumn('whole', twoSidedWords[input.language].whole),
    ],
    rows: wholes.map((whole, i) => [
      series[0]!.points[i]!.label,
      ...series.map(({ points }) => points[i]!.text),
      formatInUnit(input, whole),
    ]),
  };
}
