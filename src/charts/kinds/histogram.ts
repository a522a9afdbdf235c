import { z } from 'zod';
import { showNumber } from '../../base/number-format.ts';
import { percentile } from '../../base/order.ts';
import type { Rows } from '../../base/series.ts';
import { chartWords } from '../../words/charts.ts';
import { spreadWords } from '../../words/spreads.ts';
import { head } from '../columns.ts';
import { directNumber } from '../direct-text.ts';
import { exampleInput, exampleSpread } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, Layer, Spec } from '../kind.ts';
import { textWidth } from '../measure.ts';
import {
  labelRoom,
  levelScale,
  type PlotAxis,
  pixelAt,
  plotAxis,
  plotTitle,
  stepsIn,
  uprightScale,
  withTicks,
} from '../plot.ts';
import { attributes, columns, narrowing } from '../props.ts';
import { headLayer } from '../rows.ts';
import { type Bin, binsOf, lacksObservations, observations } from '../spread.ts';
import { colour, type } from '../theme.ts';
import { titleLines } from '../title.ts';

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
  props: z.strictObject({ of: attributes.valuesOrTable, ...narrowing, y: columns.y }),
  panel: 'histogram',
  lacks: lacksObservations,
  spec,
  finding,
  table,
  example: {
    tag: '<Figure kind="histogram" of="orders" y="amount" id="amounts" />',
    input: (language) =>
      exampleInput(language, {
        name: { zh: '订单金额', en: 'Order amount' },
        unit: '元',
        points: exampleSpread(240, 86),
      }),
  },
};

function shown(input: ChartInput) {
  const { language, values } = input;
  const value = values[0]!;
  const numbers = observations(value);
  const text = (number: number) => directNumber(number, value.unit, language);
  const share = (count: number) =>
    showNumber((count / numbers.length) * 100, { unit: '%', language, digits: 1 });
  const count = (number: number) => showNumber(number, { unit: '', language });
  return { value, numbers, text, share, count };
}

function rangeText({ from, to }: Bin, whole: boolean, { language, values }: ChartInput): string {
  const bare = (number: number) => showNumber(number, { unit: '', language });
  const { unit } = values[0]!;
  if (whole) return showNumber((from + to) / 2, { unit, language });
  return spreadWords[language].between(
    bare(from),
    showNumber(to, { unit, language, ...(unit === '元' && { digits: to % 1 === 0 ? 0 : 2 }) }),
  );
}

function spec(input: ChartInput, full: number): Spec {
  const { language } = input;
  const words = spreadWords[language];
  const { value, numbers, text, share, count } = shown(input);
  const { bins, whole, beyond } = binsOf(numbers);
  const [first, last] = [bins[0]!, bins.at(-1)!];
  const step = first.to - first.from;
  const tallest = Math.max(beyond, ...bins.map((bin) => bin.count));
  // Counts have no halves.
  const y = withTicks(plotAxis([0, tallest], '', language), Number.isInteger);
  const width = full - labelRoom(y) - 10;
  const far = beyond > 0 ? last.to + 1.6 * step : last.to;
  const free = plotAxis([first.from, last.to], value.unit, language, { free: true, count: stepsIn(width) });
  const within = (tick: number) =>
    tick >= first.from && tick <= last.to && (!whole || Number.isInteger(tick));
  const x = { ...withTicks(free, within), low: first.from, high: far };
  const across = levelScale(x, plotTitle(value.label, value.unit, x, language), width);
  const hover = (range: string, of: number) =>
    chartWords[language].hover(range, chartWords[language].join([count(of), share(of)]));
  const rows = bins.map((bin) => ({ ...bin, hover: hover(rangeText(bin, whole, input), bin.count) }));
  const over = words.over(text(last.to));
  const rest = { from: last.to + 0.6 * step, to: far, count: beyond, hover: hover(over, beyond) };
  const up = uprightScale(y);
  const bar = { aria: true, type: 'bar', stroke: colour('paper'), strokeWidth: 1 };
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
    title: titleLines([...remark, plotTitle(words.count, '', y, language)], full, { offset: 10 }),
    width,
    height: 240,
    layer: [
      { data: { values: rows }, mark: { ...bar, color: colour('c1') }, encoding },
      { data: { values: beyond > 0 ? [rest] : [] }, mark: { ...bar, color: colour('even') }, encoding },
      ...levelAt(percentile(numbers, 0.5)!, words.middleIs, { x, across, width, dy: -26, text }),
      ...levelAt(percentile(numbers, 0.9)!, words.ninetyIs, { x, across, width, dy: -8, text }),
    ],
  } as Spec;
}

interface Level {
  x: PlotAxis;
  across: object;
  width: number;
  dy: number;
  text: (number: number) => string;
}

function levelAt(at: number, name: (text: string) => string, { x, across, width, dy, text }: Level): Layer[] {
  if (at > x.high) return [];
  const label = name(text(at));
  const pixel = pixelAt(x, at, width);
  const half = textWidth(label, type.small) / 2;
  const align = pixel < half ? 'left' : pixel > width - half ? 'right' : 'center';
  const datum = { ...across, datum: at };
  return [
    {
      data: { values: [{}] },
      mark: { type: 'rule', strokeDash: [3, 3], color: colour('ink') },
      encoding: { x: datum },
    } as Layer,
    headLayer(label, { x: datum }, { align, dy }),
  ];
}

function finding(input: ChartInput): string {
  const words = spreadWords[input.language];
  const { value, numbers, text, share, count } = shown(input);
  const { bins, whole } = binsOf(numbers);
  const peak = bins.reduce((most, bin) => (bin.count > most.count ? bin : most));
  const gaps = value.points.length - numbers.length;
  return chartWords[input.language].sentence([
    words.spread(
      value.label,
      count(numbers.length),
      text(percentile(numbers, 0.5)!),
      text(percentile(numbers, 0.9)!),
    ),
    words.peak(rangeText(peak, whole, input), count(peak.count), share(peak.count)),
    ...(gaps > 0 ? [words.missing(gaps)] : []),
  ]);
}

function table(input: ChartInput): Rows {
  const words = spreadWords[input.language];
  const { numbers, text, share, count } = shown(input);
  const { bins, whole, beyond } = binsOf(numbers);
  let running = 0;
  const row = (range: string, of: number) => {
    running += of;
    return [range, count(of), share(of), share(running)];
  };
  const rest = beyond > 0 ? [{ range: words.over(text(bins.at(-1)!.to)), of: beyond }] : [];
  const all = [...bins.map((bin) => ({ range: rangeText(bin, whole, input), of: bin.count })), ...rest];
  return {
    columns: [
      head('range', words.range, 'left'),
      head('count', words.count),
      head('share', chartWords[input.language].share),
      head('running', words.runningShare),
    ],
    rows: all.map(({ range, of }) => row(range, of)),
  };
}
