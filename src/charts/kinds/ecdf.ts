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
import type { ChartKind, Lack, Layer, Spec } from '../kind.ts';
import { legendOver } from '../legend.ts';
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
} from '../plot.ts';
import { limit as asked, attributes, columns, narrowing } from '../props.ts';
import { headLayer } from '../rows.ts';
import { groupsOf, present } from '../series.ts';
import { lacksObservations, reach, sampled, shareUpTo } from '../spread.ts';
import { categories, colour, dashes, type } from '../theme.ts';
import { titleLines } from '../title.ts';

const mostSteps = 240;

export const ecdf: ChartKind = {
  title: { zh: '累积分布图', en: 'Cumulative distribution' },
  description: {
    zh: '不超过某个数值的占多少，一步一步升到 100%；at="48" 或数值的目标画成竖线，写出以内的占比。一行一个观测的表，用 y 指明数值列，group 分成几条线；或同单位的几个数值。',
    en: 'The share up to each number, step by step to 100%; at="48" or the target of a value is an upright line with the share within it. A table of one observation a row (y the column, group for several lines), or values of one unit.',
  },
  use: {
    zh: '多少在期限以内：工单用时、首次回复、访问时长。',
    en: 'How many lie within a limit: time to close, time to first reply, visit length.',
  },
  avoid: {
    zh: '要看哪一段最多用 histogram；观测不到 10 个时直接列表。',
    en: 'To see where most lie use histogram; with fewer than 10 observations use a table.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({
    of: attributes.valuesOrTable,
    ...narrowing,
    y: columns.y,
    group: columns.group,
    at: asked,
  }),
  panel: 'ecdf',
  lacks,
  spec,
  finding,
  table,
  example: {
    tag: '<Figure kind="ecdf" of="处理时长" by="ticket" id="response" />',
    metrics: '处理时长: { metric: resolution_hours, from: tickets }',
    input: (language) =>
      exampleInput(language, {
        name: { zh: '处理时长', en: 'Time to close' },
        unit: '小时',
        value: 58,
        target: 48,
        direction: 'lower',
        points: exampleSpread(120, 22),
      }),
  },
};

interface Sample {
  label: string;
  numbers: number[];
}

function samplesOf({ values }: ChartInput): Sample[] {
  return values.flatMap((value) =>
    groupsOf(value).flatMap((group) => {
      const points = present(value.points.filter((point) => point.group === group));
      const numbers = points.map((point) => point.value).sort((a, b) => a - b);
      const label =
        group === undefined ? value.label : values.length > 1 ? `${value.label} · ${group}` : group;
      return numbers.length > 0 ? [{ label, numbers }] : [];
    }),
  );
}

function lacks(input: ChartInput): Lack | undefined {
  const { values } = input;
  const odd = values.find(({ unit }) => unit !== values[0]!.unit);
  if (odd) return { why: 'not-one-unit', name: odd.name, text: odd.unit };
  const count = samplesOf(input).length;
  if (count > categories.length)
    return { why: 'too-many-series', name: values[0]!.name, text: String(count) };
  return values.reduce<Lack | undefined>(
    (lack, value) => lack ?? lacksObservations({ ...input, values: [value] }),
    lacksObservations(input),
  );
}

function textOf({ values, language }: ChartInput) {
  const { unit } = values[0]!;
  return (number: number) => directNumber(number, unit, language);
}

const percent = (share: number, { language }: ChartInput) =>
  showNumber(share, { unit: '%', language, digits: 1 });

/** The limit numbers are held against: the one that is asked for, else the target of a single value. */
function limitOf({ values, at }: ChartInput): number | undefined {
  if (at !== undefined) return at;
  return values.length === 1 ? (values[0]!.target?.value ?? undefined) : undefined;
}

function spec(input: ChartInput, full: number): Spec {
  const { language, values } = input;
  const words = spreadWords[language];
  const samples = samplesOf(input);
  const all = samples.flatMap(({ numbers }) => numbers);
  const high = reach(all);
  const limit = limitOf(input);
  const y = plotAxis([0, 100], '%', language);
  const width = full - labelRoom(y) - 14;
  const x = plotAxis(
    [all.reduce((least, one) => Math.min(least, one)), high, limit ?? high],
    values[0]!.unit,
    language,
    {
      count: stepsIn(width),
    },
  );
  const label = values.length === 1 ? values[0]!.label : words.series;
  const across = levelScale(x, plotTitle(label, values[0]!.unit, x, language), width);
  const up = uprightScale(y);
  const legend = legendOver(
    samples.length > 1 ? samples.map(keyOf) : [],
    full,
    labelRoom(y),
    limit === undefined ? 0 : 20,
  );
  const beyond = all.filter((one) => one > x.high).length;
  const remark = beyond > 0 ? [words.beyondPlot(String(beyond), textOf(input)(x.high))] : [];
  return {
    title: titleLines([...remark, words.runningShare], full, { offset: 12 }),
    width,
    height: 250,
    layer: [
      ...(limit === undefined ? [] : limitLayers(input, limit, { x, across, width })),
      ...samples.map((sample, i) => stepLayer(sample, i, x, { x: across, y: up })),
      ...markLayers(input, samples, { x: across, y: up }, x),
      ...legend,
    ],
  } as Spec;
}

function keyOf({ label }: Sample, i: number) {
  return { text: label, paint: colour(categories[i]!), dash: dashes[i]! };
}

function stepLayer(
  { numbers }: Sample,
  i: number,
  { low, high }: PlotAxis,
  { x, y }: { x: object; y: object },
): Layer {
  const count = numbers.length;
  const steps = sampled(count, mostSteps)
    .filter((at) => numbers[at]! <= high && numbers[at] !== numbers[at + 1])
    .map((at) => ({ at: numbers[at]!, share: ((at + 1) / count) * 100 }));
  const values = [{ at: low, share: 0 }, ...steps, { at: high, share: shareUpTo(numbers, high) }];
  return {
    data: { values },
    mark: { type: 'line', interpolate: 'step-after', color: colour(categories[i]!), strokeDash: dashes[i]! },
    encoding: { x: { ...x, field: 'at' }, y: { ...y, field: 'share' } },
  } as Layer;
}

/** Of a single line: half and nine tenths, each with its number. */
function markLayers(
  input: ChartInput,
  samples: readonly Sample[],
  scales: { x: object; y: object },
  x: PlotAxis,
): Layer[] {
  const words = spreadWords[input.language];
  const text = textOf(input);
  return samples.flatMap(({ label, numbers }, i) => {
    const marks = (
      [
        [50, words.middleIs],
        [90, words.ninetyIs],
      ] as const
    )
      .map(([share, name]) => ({ share, at: percentile(numbers, share / 100)!, name }))
      .filter(({ at }) => at <= x.high)
      .map(({ share, at, name }) => ({ share, at, text: name(text(at)), left: at < (x.low + x.high) / 2 }));
    const values = marks.map((mark) => ({
      ...mark,
      hover: chartWords[input.language].hover(label, mark.text),
    }));
    const encoding = { x: { ...scales.x, field: 'at' }, y: { ...scales.y, field: 'share' } };
    const point = {
      data: { values },
      mark: { type: 'point', opacity: 1, size: 60, aria: true, color: colour(categories[i]!) },
      encoding: { ...encoding, description: { field: 'hover' } },
    } as Layer;
    if (samples.length > 1) return [point];
    return [
      point,
      ...[true, false].map((left) =>
        markText(
          values.filter((one) => one.left === left),
          left,
          encoding,
        ),
      ),
    ];
  });
}

/** Under the curve at its right, where there is room; of a mark in the right half over it at its left. */
function markText(values: object[], left: boolean, encoding: object): Layer {
  const mark = {
    type: 'text',
    align: left ? 'left' : 'right',
    baseline: 'middle',
    dx: left ? 9 : -9,
    dy: left ? 10 : -10,
  };
  return { data: { values }, mark, encoding: { ...encoding, text: { field: 'text' } } } as Layer;
}

interface LimitFrame {
  x: PlotAxis;
  across: object;
  width: number;
}

function limitLayers(input: ChartInput, limit: number, { x, across, width }: LimitFrame): Layer[] {
  const alone = samplesOf(input).length === 1;
  const text = alone
    ? limitTexts(input, limit)[0]!
    : spreadWords[input.language].within(textOf(input)(limit));
  const pixel = pixelAt(x, limit, width);
  const half = textWidth(text, type.small) / 2;
  const align = pixel < half ? 'left' : pixel > width - half ? 'right' : 'center';
  const rule = { type: 'rule', strokeDash: [3, 3], color: colour('ink-2') };
  return [
    { data: { values: [{}] }, mark: rule, encoding: { x: { ...across, datum: limit } } } as Layer,
    headLayer(text, { x: { ...across, datum: limit } }, { align, dy: -8 }),
  ];
}

function limitTexts(input: ChartInput, limit: number): string[] {
  const words = spreadWords[input.language];
  const samples = samplesOf(input);
  const at = textOf(input)(limit);
  return samples.map(({ label, numbers }) => {
    const told = words.upTo(at, percent(shareUpTo(numbers, limit), input));
    return samples.length > 1 ? chartWords[input.language].join([label, told]) : told;
  });
}

function finding(input: ChartInput): string {
  const words = spreadWords[input.language];
  const text = textOf(input);
  const limit = limitOf(input);
  const clauses = samplesOf(input).map(({ label, numbers }) => {
    const count = showNumber(numbers.length, { unit: '', language: input.language });
    return words.spread(label, count, text(percentile(numbers, 0.5)!), text(percentile(numbers, 0.9)!));
  });
  return chartWords[input.language].sentence([
    ...clauses.slice(0, 3),
    ...(limit === undefined ? [] : limitTexts(input, limit).slice(0, 3)),
  ]);
}

function table(input: ChartInput): Rows {
  const words = spreadWords[input.language];
  const text = textOf(input);
  const limit = limitOf(input);
  return {
    columns: [
      head('key', words.series, 'left'),
      head('count', words.count),
      head('p50', words.middle),
      head('p90', words.ninety),
      head('high', words.highest),
      ...(limit === undefined ? [] : [head('within', words.within(text(limit)))]),
    ],
    rows: samplesOf(input).map(({ label, numbers }) => [
      label,
      showNumber(numbers.length, { unit: '', language: input.language }),
      ...[0.5, 0.9, 1].map((share) => text(percentile(numbers, share)!)),
      ...(limit === undefined ? [] : [percent(shareUpTo(numbers, limit), input)]),
    ]),
  };
}
