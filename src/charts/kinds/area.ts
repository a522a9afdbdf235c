import { z } from 'zod';
import type { Rows } from '../../base/series.ts';
import { chartWords } from '../../words/charts.ts';
import { sideWords } from '../../words/sides.ts';
import { timeStep } from '../calendar.ts';
import { head } from '../columns.ts';
import { directNumber } from '../direct-text.ts';
import { exampleInput, exampleWeeks } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, Lack, Layer, Spec } from '../kind.ts';
import { columnWidth, spread } from '../labels.ts';
import { legendOver } from '../legend.ts';
import { lacksSum, lacksTwoDimensions } from '../parts.ts';
import { periodScale } from '../periods.ts';
import { labelRoom, type PlotAxis, pixelAt, plotAxis, plotTitle, uprightScale } from '../plot.ts';
import { attributes, columns, narrowing } from '../props.ts';
import { present, type Series, seriesOf } from '../series.ts';
import { categories, colour, type } from '../theme.ts';
import { titleOver } from '../title.ts';
import { shareText } from '../two-sides.ts';

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
  props: z.strictObject({ of: attributes.valuesOrTable, ...narrowing, ...columns }),
  panel: 'area',
  lacks,
  spec,
  finding,
  table,
  example: {
    tag: '<Figure kind="area" of="活跃用户" by="week, tier" id="tiers" />',
    metrics: '活跃用户: { metric: active_users, from: events }',
    input: (language) =>
      exampleInput(language, {
        name: { zh: '活跃用户', en: 'Active users' },
        unit: '人',
        points: exampleWeeks(language, [
          [1_210, 1_190, 1_305, 1_280, 1_370, 1_465, 1_440, 1_520],
          [340, 375, 420, 490, 540, 590, 640, 700],
          [90, 95, 120, 150, 180, 205, 260, 310],
        ]),
      }),
  },
};

function lacks({ values }: ChartInput): Lack | undefined {
  const lack = lacksTwoDimensions({ values });
  if (lack) return lack;
  const value = values[0]!;
  const { name, points } = value;
  if (!timeStep(points.map((point) => point.key))) return { why: 'needs-time', name };
  const groups = seriesOf({ values: [value] }).length;
  if (groups > categories.length) return { why: 'too-many-series', name, text: String(groups) };
  return lacksSum(value);
}

interface Stacks {
  /** The largest group first. */
  series: Series[];
  /** One a period; null where no group has a number. */
  wholes: (number | null)[];
}

function stacksOf({ values }: ChartInput): Stacks {
  const sum = ({ points }: Series) => present(points).reduce((all, { value }) => all + value, 0);
  const series = seriesOf({ values: values.slice(0, 1) }).sort((a, b) => sum(b) - sum(a));
  const wholes = series[0]!.points.map((_, i) => {
    const known = present(series.map(({ points }) => points[i]!));
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

function cellsOf(input: ChartInput, { series, wholes }: Stacks): Cell[] {
  const words = chartWords[input.language];
  const has = (i: number) => (wholes[i] ?? null) !== null;
  let run = 0;
  return wholes.flatMap((whole, i) => {
    if (whole === null) return [];
    if (!has(i - 1)) run++;
    let from = 0;
    return series.map(({ label, points }, group): Cell => {
      const point = points[i]!;
      const to = from + (point.value ?? 0);
      const hover = words.hover(`${point.label} · ${label}`, point.text);
      const cell = { key: point.key, group, from, to, run, alone: !has(i - 1) && !has(i + 1), hover };
      from = to;
      return cell;
    });
  });
}

function spec(input: ChartInput, full: number): Spec {
  const { language, values } = input;
  const { label, unit } = values[0]!;
  const stacks = stacksOf(input);
  const { series, wholes } = stacks;
  const y = plotAxis([0, ...wholes.map((whole) => whole ?? 0)], unit, language, { count: 4 });
  const names = series.map((one) => one.label);
  const beside = columnWidth(names, type.label) <= Math.min(190, 0.3 * full);
  const side = beside ? columnWidth(names, type.label) + 26 : 12;
  const width = full - labelRoom(y) - side;
  const x = periodScale(series[0]!.points, width);
  const up = uprightScale(y);
  const cells = cellsOf(input, stacks);
  const keys = series.map((one, i) => ({ text: one.label, paint: colour(categories[i]!) })).toReversed();
  return {
    title: titleOver(plotTitle(label, unit, y, language), full, { offset: 12 }),
    width,
    height,
    layer: [
      ...series.flatMap((_, i) =>
        bandLayers(
          cells.filter(({ group }) => group === i),
          i,
          { x, y: up },
        ),
      ),
      ...(beside ? endLayers(names, cells, y) : legendOver(keys, full, labelRoom(y))),
    ],
  } as Spec;
}

/** A group's band with a thin line of paper at its upper edge, its points for hovering; a lone period is a column. */
function bandLayers(cells: readonly Cell[], i: number, { x, y }: { x: object; y: object }): Layer[] {
  const encoding = { x, y: { ...y, field: 'to' }, y2: { field: 'from' } };
  const [run, lone] = [cells.filter(({ alone }) => !alone), cells.filter(({ alone }) => alone)];
  const detail = { field: 'run', type: 'nominal' };
  const paint = colour(categories[i]!);
  return [
    { data: { values: run }, mark: { type: 'area', color: paint }, encoding: { ...encoding, detail } },
    {
      data: { values: run },
      mark: { type: 'line', color: colour('paper'), strokeWidth: 1.4 },
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
function endLayers(names: readonly string[], cells: readonly Cell[], y: PlotAxis): Layer[] {
  const ends = names.map((_, i) => cells.findLast(({ group }) => group === i)!);
  const wanted = ends.map(({ from, to }) => height - pixelAt(y, (from + to) / 2, height));
  const placed = spread(wanted, 17, 4, height - 4);
  return names.flatMap((text, i) => {
    const data = { values: [{}] };
    const [x, at] = [{ value: 'width' }, { value: placed[i]! }];
    const stroke = colour(categories[i]!);
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

function wholeText(input: ChartInput, whole: number | null): string {
  const { unit } = input.values[0]!;
  const { language } = input;
  return directNumber(whole, unit, language);
}

/** How the whole went, and who is largest at the end. */
function finding(input: ChartInput): string {
  const words = chartWords[input.language];
  const { series, wholes } = stacksOf(input);
  const known = wholes.flatMap((whole, i) => (whole === null ? [] : [{ whole, i }]));
  const [first, last] = [known[0]!, known.at(-1)!];
  const { label } = input.values[0]!;
  const mention = ({ whole, i }: { whole: number; i: number }) => ({
    at: series[0]!.points[i]!.label,
    text: wholeText(input, whole),
  });
  const way = last.whole > first.whole ? 'up' : last.whole < first.whole ? 'down' : 'even';
  const told =
    first === last
      ? words.single(label, mention(first).at, mention(first).text)
      : words.change[way](label, mention(first), mention(last));
  const top = series.reduce((most, one) =>
    (one.points[last.i]!.value ?? 0) > (most.points[last.i]!.value ?? 0) ? one : most,
  );
  const share = shareText(top.points[last.i]!.value ?? 0, last.whole, input);
  return words.sentence([told, sideWords[input.language].mostAtEnd(mention(last).at, top.label, share)]);
}

function table(input: ChartInput): Rows {
  const { series, wholes } = stacksOf(input);
  return {
    columns: [
      head('key', chartWords[input.language].period, 'left'),
      ...series.map(({ label }, i) => head(`s${i + 1}`, label)),
      head('whole', sideWords[input.language].whole),
    ],
    rows: wholes.map((whole, i) => [
      series[0]!.points[i]!.label,
      ...series.map(({ points }) => points[i]!.text),
      wholeText(input, whole),
    ]),
  };
}
