import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { makeShare } from '../../base/claims/make-claims.ts';
import { formatNumber } from '../../base/number-format.ts';
import { quantile } from '../../base/quantiles.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { distributionWords } from '../../words/charts/distribution-words.ts';
import { createColumn } from '../data/chart-series.ts';
import { makeSpread } from '../data/claim-members.ts';
import {
  collectSamples,
  computePlotEnd,
  computeShareUpTo,
  type Sample,
  sampleIndices,
  validateObservations,
} from '../data/distribution.ts';
import { formatPercent } from '../data/percent-text.ts';
import { getOwnTarget } from '../data/targets.ts';
import { formatInUnit } from '../draw/direct-text.ts';
import { buildExampleInput, buildExampleObservations } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, InputError, Layer, Spec } from '../kind.ts';
import { buildLegend, buildTitleLines } from '../layout/chart-heading.ts';
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
} from '../layout/plot.ts';
import { limitAttribute as asked, attributes, columnAttributes, filterAttributes } from '../props.ts';
import { resolveSeriesStyles, type SeriesStyle } from '../series-styles.ts';
import { categoryColours, getColour } from '../theme.ts';

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
    ...filterAttributes,
    y: columnAttributes.y,
    group: columnAttributes.group,
    at: asked,
  }),
  panel: 'ecdf',
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="ecdf" of="处理时长" by="ticket" id="response" />',
    metrics: '处理时长: { metric: resolution_hours, from: tickets }',
    input: (language) =>
      buildExampleInput(language, {
        name: { zh: '处理时长', en: 'Time to close' },
        unit: '小时',
        value: 58,
        target: 48,
        direction: 'lower',
        points: buildExampleObservations(120, 22),
      }),
  },
};

function validate(input: ChartInput): InputError | undefined {
  const { values } = input;
  const odd = values.find(({ unit }) => unit !== values[0]!.unit);
  if (odd) return { why: 'not-one-unit', name: odd.name, text: odd.unit };
  const count = collectSamples(input).length;
  if (count > categoryColours.length)
    return { why: 'too-many-series', name: values[0]!.name, text: String(count) };
  return values.reduce<InputError | undefined>(
    (inputError, value) => inputError ?? validateObservations({ ...input, values: [value] }),
    validateObservations(input),
  );
}

/** The limit numbers are held against: the one that is asked for, else the target of a single value. */
function findLimit({ values, limit: at }: ChartInput): number | undefined {
  if (at !== undefined) return at;
  return values.length === 1 ? (getOwnTarget(values[0]!)?.value ?? undefined) : undefined;
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language, values } = input;
  const words = distributionWords[language];
  const samples = collectSamples(input);
  const styles = resolveStyles(input, samples);
  const all = samples.flatMap(({ numbers }) => numbers);
  const high = computePlotEnd(all);
  const limit = findLimit(input);
  const y = buildPlotAxis([0, 100], '%', language);
  const width = fullWidth - measureLabelRoom(y) - 14;
  const x = buildPlotAxis(
    [all.reduce((least, one) => Math.min(least, one)), high, limit ?? high],
    values[0]!.unit,
    language,
    {
      count: countSteps(width),
    },
  );
  const label = values.length === 1 ? values[0]!.label : words.series;
  const across = buildHorizontalScale(x, formatPlotTitle(label, values[0]!.unit, x, language), width);
  const up = buildVerticalScale(y);
  const legend = buildLegend(
    samples.length > 1 ? samples.map((sample, i) => buildLegendKey(sample, styles[i]!)) : [],
    fullWidth,
    measureLabelRoom(y),
    { lift: limit === undefined ? 0 : 20 },
  );
  const beyond = all.filter((one) => one > x.high).length;
  const remark = beyond > 0 ? [words.beyondPlot(String(beyond), formatInUnit(input, x.high))] : [];
  return {
    title: buildTitleLines([...remark, words.runningShare], fullWidth, { offset: 12 }),
    width,
    height: 250,
    layer: [
      ...(limit === undefined ? [] : buildLimitLayers(input, limit, { x, across, width })),
      ...samples.map((sample, i) => buildStepLayer(sample, styles[i]!, x, { x: across, y: up })),
      ...buildMarkLayers(input, samples, { x: across, y: up }, x),
      ...legend,
    ],
  } as Spec;
}

function resolveStyles(input: ChartInput, samples: readonly Sample[]): SeriesStyle[] {
  return resolveSeriesStyles(
    samples.map(({ names }) => names),
    input,
  );
}

function buildLegendKey({ label }: Sample, { paint, dash }: SeriesStyle) {
  return { text: label, paint: getColour(paint), dash };
}

function buildStepLayer(
  { numbers }: Sample,
  { paint, dash }: SeriesStyle,
  { low, high }: PlotAxis,
  { x, y }: { x: object; y: object },
): Layer {
  const count = numbers.length;
  const steps = sampleIndices(count, mostSteps)
    .filter((at) => numbers[at]! <= high && numbers[at] !== numbers[at + 1])
    .map((at) => ({ at: numbers[at]!, share: ((at + 1) / count) * 100 }));
  const values = [{ at: low, share: 0 }, ...steps, { at: high, share: computeShareUpTo(numbers, high) }];
  return {
    data: { values },
    mark: {
      type: 'line',
      interpolate: 'step-after',
      color: getColour(paint),
      strokeDash: dash,
    },
    encoding: { x: { ...x, field: 'at' }, y: { ...y, field: 'share' } },
  } as Layer;
}

/** Of a single line: half and nine tenths, each with its number. */
function buildMarkLayers(
  input: ChartInput,
  samples: readonly Sample[],
  scales: { x: object; y: object },
  x: PlotAxis,
): Layer[] {
  const words = distributionWords[input.language];
  const styles = resolveStyles(input, samples);
  return samples.flatMap(({ label, numbers }, i) => {
    const marks = (
      [
        [50, words.middleIs],
        [90, words.ninetyIs],
      ] as const
    )
      .map(([share, name]) => ({ share, at: quantile(numbers, share / 100)!, name }))
      .filter(({ at }) => at <= x.high)
      .map(({ share, at, name }) => ({
        share,
        at,
        text: name(formatInUnit(input, at)),
        left: at < (x.low + x.high) / 2,
      }));
    const values = marks.map((mark) => ({
      ...mark,
      hover: chartWords[input.language].hover(label, mark.text),
    }));
    const encoding = { x: { ...scales.x, field: 'at' }, y: { ...scales.y, field: 'share' } };
    const point = {
      data: { values },
      mark: { type: 'point', opacity: 1, size: 60, aria: true, color: getColour(styles[i]!.paint) },
      encoding: { ...encoding, description: { field: 'hover' } },
    } as Layer;
    if (samples.length > 1) return [point];
    return [
      point,
      ...[true, false].map((left) =>
        buildMarkTextLayer(
          values.filter((one) => one.left === left),
          left,
          encoding,
        ),
      ),
    ];
  });
}

/** Under the curve at its right, where there is room; of a mark in the right half over it at its left. */
function buildMarkTextLayer(values: object[], left: boolean, encoding: object): Layer {
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

function buildLimitLayers(input: ChartInput, limit: number, { x, across, width }: LimitFrame): Layer[] {
  const words = distributionWords[input.language];
  const [sample, ...others] = collectSamples(input);
  const shown = formatInUnit(input, limit);
  const text =
    sample && others.length === 0
      ? words.upTo(shown, formatPercent(computeShareUpTo(sample.numbers, limit), input))
      : words.within(shown);
  const at = { ...across, datum: limit };
  return [buildUprightRule(at), buildRuleLabel(text, at, { pixel: toPixel(x, limit, width), width })];
}

function listClaims(input: ChartInput): Claim[] {
  const limit = findLimit(input);
  const samples = collectSamples(input);
  const { unit } = input.values[0]!;
  const shares = samples.slice(0, 3).flatMap(({ label, numbers }) => {
    if (limit === undefined) return [];
    const percent = computeShareUpTo(numbers, limit);
    return makeShare({
      what: 'within',
      of: samples.length > 1 ? label : '',
      members: [{ name: '', value: limit, text: formatInUnit(input, limit), unit }],
      amount: { value: percent, text: formatPercent(percent, input), unit: '%' },
    });
  });
  return [...samples.slice(0, 3).flatMap((sample) => makeSpread(sample, input)), ...shares];
}

function buildTable(input: ChartInput): TableRows {
  const words = distributionWords[input.language];
  const limit = findLimit(input);
  return {
    columns: [
      createColumn('key', words.series, 'left'),
      createColumn('count', words.count),
      createColumn('p50', words.middle),
      createColumn('p90', words.ninety),
      createColumn('high', words.highest),
      ...(limit === undefined ? [] : [createColumn('within', words.within(formatInUnit(input, limit)))]),
    ],
    rows: collectSamples(input).map(({ label, numbers }) => [
      label,
      formatNumber(numbers.length, { unit: '', language: input.language }),
      ...[0.5, 0.9, 1].map((share) => formatInUnit(input, quantile(numbers, share)!)),
      ...(limit === undefined ? [] : [formatPercent(computeShareUpTo(numbers, limit), input)]),
    ]),
  };
}
