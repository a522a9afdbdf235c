import { z } from 'zod';
import { addDays, isDay, toDayNumber } from '../../base/calendar-days.ts';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeCount, makeRank } from '../../base/claims/make-claims.ts';
import type { Language } from '../../base/language.ts';
import { formatInterval, formatNumber } from '../../base/number-format.ts';
import { resolveColumnDigits } from '../../base/registry/shown-digits.ts';
import { isWholeUnit } from '../../base/unit.ts';
import type { Curve, CurvePoint, TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { modelChartWords } from '../../words/charts/model-chart-words.ts';
import { createColumn } from '../data/chart-series.ts';
import { validateCurve } from '../data/curves.ts';
import { buildTopLabel } from '../data/row-names.ts';
import {
  buildNumberAxis,
  buildTickExpression,
  formatAxisTitle,
  selectMagnitude,
} from '../draw/number-axis.ts';
import { buildExampleInput } from '../example.ts';
import type { ChartInput } from '../input.ts';
import { type ChartKind, type Layer, panelRefusals, type Spec } from '../kind.ts';
import { buildHoverPoints } from '../layout/marks.ts';
import { buildStripLabels } from '../layout/strip-labels.ts';
import { buildDayAxis, buildRowAxis } from '../layout/time-axis.ts';
import { attributes } from '../props.ts';
import { getColour } from '../theme.ts';

const height = 240;
/** Anomalies that are named beside their mark. */
const mostNamed = 5;

export const anomaly: ChartKind = {
  title: { zh: '异常波动图', en: 'Anomalies' },
  description: {
    zh: '一串数值随时间的变化，色带是所用方法认为的通常范围，菱形是异常点。数值要用异常检测指标，如 `anomalies_stl`。',
    en: 'A series over time, a band of what the method takes for usual, and diamonds for what is not. A value of one of the metrics of anomalies, such as `anomalies_stl`.',
  },
  use: {
    zh: '哪些天的数值超出了通常范围。',
    en: 'On which days a value left its usual range.',
  },
  avoid: {
    zh: '不到三个周期的数据看不出通常范围，用 trend。',
    en: 'With fewer than three seasons there is no usual range: use trend.',
  },
  sources: ['values'],
  props: z.strictObject({ of: attributes.value }),
  panel: panelRefusals.oneModel,
  validate: (input) => validateCurve(input, 'anomalies', 'anomalies_stl, anomalies_robust_z'),
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="anomaly" of="异常会话天数" id="anomaly" />',
    metrics: '异常会话天数: { metric: anomalies_stl, from: traffic, with: { column: sessions } }',
    input: buildExample,
  },
};

/** What is usual lies within what the quantity can be: no count is below zero, no share beyond all. */
function getCurve({ values }: ChartInput): Curve {
  const curve = values[0]!.curve!;
  const numbers = curve.points.map(({ y }) => y);
  const isCount = isWholeUnit(curve.unit) && numbers.every((y) => y >= 0);
  const isShare = curve.unit === '%' && numbers.every((y) => y >= 0 && y <= 100);
  if (!isCount && !isShare) return curve;
  const clip = (end: number) => Math.max(0, isShare ? Math.min(100, end) : end);
  const points = curve.points.map((point) =>
    point.low === undefined || point.high === undefined
      ? point
      : { ...point, low: clip(point.low), high: clip(point.high) },
  );
  return { ...curve, points };
}

/** `2026-03-02`, or the day and time of a row. */
const formatTime = (x: CurvePoint['x']) => String(x).replace('T', ' ').slice(0, 16);

function formatCurveNumber(y: number, { language }: ChartInput, { unit, points }: Curve): string {
  const digits = resolveColumnDigits(
    points.map((point) => point.y),
    unit,
  );
  return formatNumber(y, { unit, language, digits });
}

interface PlacedPoint {
  at: number;
  point: CurvePoint;
}

/** Days by the calendar, a missing one a gap; times one after the other. */
function placePoints({ points }: Curve): { places: PlacedPoint[]; timed: boolean } {
  const timed = points.every(({ x }) => isDay(String(x)));
  return {
    timed,
    places: points.map((point, i) => ({ point, at: timed ? toDayNumber(String(point.x)) : i })),
  };
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const curve = getCurve(input);
  const { places, timed } = placePoints(curve);
  const width = fullWidth - 60;
  const numbers = curve.points.flatMap(({ y, low, high }) => [y, ...(low === undefined ? [] : [low, high!])]);
  const axis = buildNumberAxis(numbers, { free: true });
  const size = selectMagnitude(Math.max(Math.abs(axis.low), Math.abs(axis.high)), language);
  const across = timed
    ? buildDayAxis(
        curve.points.map(({ x }) => String(x)),
        width,
        language,
      )
    : buildRowAxis(
        curve.points.map(({ x }) => formatTime(x)),
        width,
      );
  const x = {
    type: 'quantitative',
    scale: { domain: [across.low, across.high], nice: false, zero: false },
    axis: { title: null, grid: false, domain: true, values: across.ticks, labelExpr: across.labelExpr },
  };
  const y = {
    type: 'quantitative',
    scale: { domain: [axis.low, axis.high], nice: false, zero: false },
    axis: { title: null, values: axis.ticks, labelExpr: buildTickExpression(size) },
  };
  const words = modelChartWords[language];
  const pixel = {
    x: (at: number) => ((at - across.low) / (across.high - across.low || 1)) * width,
    y: (value: number) => ((axis.high - value) / (axis.high - axis.low)) * height,
  };
  return {
    title: {
      text: formatAxisTitle(curve.label || input.values[0]!.label, curve.unit, size, language),
      offset: 8,
    },
    width,
    height,
    layer: [
      ...buildBandLayers(places, { x, y }),
      ...buildLineLayers(places, { x, y }, input),
      ...buildStripLabels(nameAnomalies(places, pixel), { width, height }),
      buildTopLabel(words.anomalyKey, { x: { value: 0 } }, { align: 'left', dx: -1, dy: -14 }),
    ],
  } as Spec;
}

interface Axes {
  x: object;
  y: object;
}

function buildBandLayers(places: readonly PlacedPoint[], { x, y }: Axes): Layer[] {
  if (places.every(({ point }) => point.low === undefined)) return [];
  const values = places.map(({ at, point }) => ({ at, low: point.low ?? null, high: point.high ?? null }));
  return [
    {
      data: { values },
      mark: { type: 'area', color: getColour('s2'), invalid: 'break-paths-show-domains' },
      encoding: { x: { ...x, field: 'at' }, y: { ...y, field: 'low' }, y2: { field: 'high' } },
    } as Layer,
  ];
}

function buildLineLayers(places: readonly PlacedPoint[], { x, y }: Axes, input: ChartInput): Layer[] {
  const words = chartWords[input.language];
  const curve = getCurve(input);
  const rows = places.flatMap(({ at, point }, i) => {
    const before = places[i - 1];
    const row = {
      at,
      y: point.y as number | null,
      called: point.called === true,
      hover: words.hover(formatTime(point.x), describePoint(point, input, curve)),
    };
    // A day that is missing breaks the line.
    const gap = before && at - before.at > 1 ? [{ ...row, at: at - 0.5, y: null, called: false }] : [];
    return [...gap, row];
  });
  const encoding = { x: { ...x, field: 'at' }, y: { ...y, field: 'y' } };
  const points = (called: boolean, mark: object): Layer =>
    buildHoverPoints(
      rows.filter((row) => row.y !== null && row.called === called),
      encoding,
      mark,
    );
  return [
    {
      data: { values: rows },
      mark: { type: 'line', strokeWidth: 1.6, color: getColour('c1'), invalid: 'break-paths-show-domains' },
      encoding,
    } as Layer,
    points(false, { size: places.length > 120 ? 4 : 14, color: getColour('c1') }),
    points(true, {
      size: 90,
      shape: 'diamond',
      color: getColour('bad'),
      stroke: getColour('paper'),
      strokeWidth: 1,
    }),
  ];
}

function describePoint(point: CurvePoint, input: ChartInput, curve: Curve): string {
  const text = formatCurveNumber(point.y, input, curve);
  const words = modelChartWords[input.language];
  return point.called ? chartWords[input.language].join([text, words.called]) : text;
}

/** How far a number lies outside of what is usual, or from nothing where the method says no bounds. */
function computeDeviation({ y, low, high }: CurvePoint): number {
  if (low === undefined || high === undefined) return Math.abs(y);
  return Math.max(low - y, y - high);
}

const listAnomalies = (places: readonly PlacedPoint[]) =>
  places
    .filter(({ point }) => point.called)
    .toSorted((a, b) => computeDeviation(b.point) - computeDeviation(a.point) || a.at - b.at);

/** The farthest anomalies, with their days: over those above what is usual, under those below. */
function nameAnomalies(places: readonly PlacedPoint[], pixel: PixelScales) {
  return listAnomalies(places)
    .slice(0, mostNamed)
    .map(({ at, point }) => ({
      x: pixel.x(at),
      y: pixel.y(point.y),
      text: formatTime(point.x),
      above: point.low === undefined || point.y > point.low,
    }));
}

interface PixelScales {
  x: (at: number) => number;
  y: (value: number) => number;
}

/** How many lie out of the usual, and which of them farthest, where the method says what is usual. */
function listClaims(input: ChartInput): Claim[] {
  const words = modelChartWords[input.language];
  const curve = getCurve(input);
  const called = listAnomalies(placePoints(curve).places).map(({ point }) => point);
  const far = called.flatMap((point): Member[] => {
    const { x, y, low, high } = point;
    if (low === undefined || high === undefined) return [];
    const value = computeDeviation(point);
    const range = { low, high, text: formatUsualRange(point, input, curve) };
    const name = words.numberAt(formatTime(x), formatCurveNumber(y, input, curve));
    return [{ name, value, text: formatCurveNumber(value, input, curve), unit: curve.unit, range }];
  });
  return [
    ...makeCount('anomalies', called.length, {
      of: curve.label || input.values[0]!.label,
      among: curve.points.length,
    }),
    ...(far.length === called.length ? makeRank(far, { of: '', what: 'deviation', ends: ['highest'] }) : []),
  ];
}

function formatUsualRange({ low, high }: CurvePoint, { language }: ChartInput, { unit }: Curve): string {
  return low === undefined || high === undefined ? '—' : formatInterval(low, high, { unit, language });
}

function buildTable(input: ChartInput): TableRows {
  const words = modelChartWords[input.language];
  const curve = getCurve(input);
  return {
    columns: [
      createColumn('at', chartWords[input.language].period, 'left'),
      createColumn('value', curve.label || input.values[0]!.label),
      createColumn('usual', words.usual),
      createColumn('called', words.called, 'left'),
    ],
    rows: curve.points.map((point) => [
      formatTime(point.x),
      formatCurveNumber(point.y, input, curve),
      formatUsualRange(point, input, curve),
      point.called ? words.called : '',
    ]),
  };
}

/** Four weeks with weekends, a campaign on a Wednesday and a day the site was down. */
function buildExample(language: Language): ChartInput {
  const week = [410, 432, 425, 418, 440, 655, 610];
  const points = Array.from({ length: 35 }, (_, i): CurvePoint => {
    const expected = week[i % 7]! + 3 * i;
    const y = i === 16 ? 1_120 : i === 25 ? 96 : expected + ((i * 37) % 41) - 20;
    const called = i === 16 || i === 25;
    return {
      x: addDays('2026-03-02', i),
      y,
      low: expected - 78,
      high: expected + 82,
      ...(called && { called }),
    };
  });
  const name = { zh: '异常会话天数', en: 'Unusual days' };
  const label = language === 'zh' ? '会话' : 'Sessions';
  const curve: Curve = { form: 'anomalies', label, unit: '次', points };
  return buildExampleInput(language, { name, unit: '个', value: 2, direction: 'lower', curve });
}
