import { z } from 'zod';
import { addDays, isDay } from '../../base/calendar.ts';
import type { Language } from '../../base/language.ts';
import { showInterval, showNumber } from '../../base/number-format.ts';
import type { Curve, CurvePoint, Rows } from '../../base/series.ts';
import { chartWords } from '../../words/charts.ts';
import { modelChartWords } from '../../words/model-charts.ts';
import { axisTitle, magnitude, numberAxis, tickLabels } from '../axis.ts';
import { head } from '../columns.ts';
import { lacksCurve } from '../curves.ts';
import { dayAxis, dayNumber } from '../day-axis.ts';
import { exampleValue } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, Layer, Spec } from '../kind.ts';
import { columnWidth, thin } from '../labels.ts';
import { textWidth } from '../measure.ts';
import { attributes } from '../props.ts';
import { headLayer } from '../rows.ts';
import { colour, type } from '../theme.ts';

const height = 240;
/** Anomalies that are named beside their mark. */
const named = 5;

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
  panel: {
    zh: '它画的是一个模型的结果，每个模型单独一张图',
    en: 'it shows what one model found: one figure for each',
  },
  lacks: (input) => lacksCurve(input, 'anomalies', 'anomalies_stl, anomalies_robust_z'),
  spec,
  finding,
  table,
  example: {
    tag: '<Figure kind="anomaly" of="异常会话天数" id="anomaly" />',
    metrics: '异常会话天数: { metric: anomalies_stl, from: traffic, with: { column: sessions } }',
    input: example,
  },
};

const curveOf = ({ values }: ChartInput): Curve => values[0]!.curve!;

/** `2026-03-02`, or the day and time of a row. */
const timeText = (x: CurvePoint['x']) => String(x).replace('T', ' ').slice(0, 16);

function numberText(y: number, { language }: ChartInput, { unit }: Curve): string {
  return showNumber(y, { unit, language });
}

interface Place {
  at: number;
  point: CurvePoint;
}

/** Days by the calendar, a missing one a gap; times one after the other. */
function placesOf({ points }: Curve): { places: Place[]; timed: boolean } {
  const timed = points.every(({ x }) => isDay(String(x)));
  return { timed, places: points.map((point, i) => ({ point, at: timed ? dayNumber(String(point.x)) : i })) };
}

function spec(input: ChartInput, full: number): Spec {
  const { language } = input;
  const curve = curveOf(input);
  const { places, timed } = placesOf(curve);
  const width = full - 60;
  const numbers = curve.points.flatMap(({ y, low, high }) => [y, ...(low === undefined ? [] : [low, high!])]);
  const axis = numberAxis(numbers, { free: true });
  const size = magnitude(Math.max(Math.abs(axis.low), Math.abs(axis.high)), language);
  const across = timed
    ? dayAxis(
        curve.points.map(({ x }) => String(x)),
        width,
        language,
      )
    : rowAxis(curve, width);
  const x = {
    type: 'quantitative',
    scale: { domain: [across.low, across.high], nice: false, zero: false },
    axis: { title: null, grid: false, domain: true, values: across.ticks, labelExpr: across.labelExpr },
  };
  const y = {
    type: 'quantitative',
    scale: { domain: [axis.low, axis.high], nice: false, zero: false },
    axis: { title: null, values: axis.ticks, labelExpr: tickLabels(size) },
  };
  const words = modelChartWords[language];
  const pixel = {
    x: (at: number) => ((at - across.low) / (across.high - across.low || 1)) * width,
    y: (value: number) => ((axis.high - value) / (axis.high - axis.low)) * height,
  };
  return {
    title: {
      text: axisTitle(curve.label || input.values[0]!.label, curve.unit, size, language),
      offset: 8,
    },
    width,
    height,
    layer: [
      ...bandLayers(places, { x, y }),
      ...lineLayers(places, { x, y }, input),
      ...nameLayers(places, pixel, width),
      headLayer(words.anomalyKey, { x: { value: 0 } }, { align: 'left', dx: -1, dy: -14 }),
    ],
  } as Spec;
}

function rowAxis({ points }: Curve, width: number) {
  const labels = points.map(({ x }) => timeText(x));
  const step = width / Math.max(1, points.length - 1);
  // The first label stands right of its tick, and the last would leave the canvas.
  const widest = columnWidth(labels, type.small);
  const kept = thin(labels, step, type.small, widest / 2 + 12).filter(
    (i) => i === 0 || i * step <= width - widest / 2,
  );
  return {
    low: 0,
    high: Math.max(1, points.length - 1),
    ticks: kept,
    labelExpr: `(${JSON.stringify(Object.fromEntries(kept.map((i) => [i, labels[i]])))})[datum.value]`,
  };
}

interface Axes {
  x: object;
  y: object;
}

function bandLayers(places: readonly Place[], { x, y }: Axes): Layer[] {
  if (places.every(({ point }) => point.low === undefined)) return [];
  const values = places.map(({ at, point }) => ({ at, low: point.low ?? null, high: point.high ?? null }));
  return [
    {
      data: { values },
      mark: { type: 'area', color: colour('s2'), invalid: 'break-paths-show-domains' },
      encoding: { x: { ...x, field: 'at' }, y: { ...y, field: 'low' }, y2: { field: 'high' } },
    } as Layer,
  ];
}

function lineLayers(places: readonly Place[], { x, y }: Axes, input: ChartInput): Layer[] {
  const words = chartWords[input.language];
  const curve = curveOf(input);
  const rows = places.flatMap(({ at, point }, i) => {
    const before = places[i - 1];
    const row = {
      at,
      y: point.y as number | null,
      called: point.called === true,
      hover: words.hover(timeText(point.x), toldPoint(point, input, curve)),
    };
    // A day that is missing breaks the line.
    const gap = before && at - before.at > 1 ? [{ ...row, at: at - 0.5, y: null, called: false }] : [];
    return [...gap, row];
  });
  const encoding = { x: { ...x, field: 'at' }, y: { ...y, field: 'y' } };
  const points = (called: boolean, mark: object): Layer =>
    ({
      data: { values: rows.filter((row) => row.y !== null && row.called === called) },
      mark: { type: 'point', aria: true, opacity: 1, ...mark },
      encoding: { ...encoding, description: { field: 'hover' } },
    }) as Layer;
  return [
    {
      data: { values: rows },
      mark: { type: 'line', strokeWidth: 1.6, color: colour('c1'), invalid: 'break-paths-show-domains' },
      encoding,
    } as Layer,
    points(false, { size: places.length > 120 ? 4 : 14, color: colour('c1') }),
    points(true, {
      size: 90,
      shape: 'diamond',
      color: colour('bad'),
      stroke: colour('paper'),
      strokeWidth: 1,
    }),
  ];
}

function toldPoint(point: CurvePoint, input: ChartInput, curve: Curve): string {
  const text = numberText(point.y, input, curve);
  const words = modelChartWords[input.language];
  return point.called ? chartWords[input.language].join([text, words.called]) : text;
}

/** How far a number lies outside of what is usual, or from nothing where the method says no bounds. */
function distance({ y, low, high }: CurvePoint): number {
  if (low === undefined || high === undefined) return Math.abs(y);
  return Math.max(low - y, y - high);
}

const calledOf = (places: readonly Place[]) =>
  places
    .filter(({ point }) => point.called)
    .toSorted((a, b) => distance(b.point) - distance(a.point) || a.at - b.at);

/** The days of the farthest anomalies, those that have room: over or under their mark, else beside it. */
function nameLayers(places: readonly Place[], pixel: Pixels, width: number): Layer[] {
  const taken: Spot[] = [];
  return calledOf(places)
    .slice(0, named)
    .flatMap(({ at, point }) => {
      const text = timeText(point.x);
      const half = textWidth(text, type.small) / 2;
      const [x, y] = [pixel.x(at), pixel.y(point.y)];
      const within = Math.min(Math.max(x, half), width - half);
      const high = { x: within, y: y - 15, half };
      const low = { x: within, y: y + 15, half };
      const beside = [half + 9, -half - 9].map((dx) => ({ x: x + dx, y, half }));
      const order = point.low === undefined || point.y > point.low ? [high, ...beside] : [low, ...beside];
      const spot = order.find((one) => fits(one, width) && !taken.some((other) => meets(one, other)));
      if (!spot) return [];
      taken.push(spot);
      return nameOn(text, spot);
    });
}

/** On a strip of paper, which keeps it readable over a dense line. */
function nameOn(text: string, { x, y, half }: Spot): Layer[] {
  const data = { values: [{}] };
  return [
    {
      data,
      mark: { type: 'rect', fill: colour('paper'), opacity: 0.8 },
      encoding: {
        x: { value: x - half - 3 },
        x2: { value: x + half + 3 },
        y: { value: y - 9 },
        y2: { value: y + 8 },
      },
    },
    {
      data,
      mark: { type: 'text', text, fontSize: type.small, align: 'center', baseline: 'middle' },
      encoding: { x: { value: x }, y: { value: y } },
    },
  ] as Layer[];
}

interface Pixels {
  x: (at: number) => number;
  y: (value: number) => number;
}

/** The middle of a text, and half its width. */
interface Spot {
  x: number;
  y: number;
  half: number;
}

const fits = ({ x, y, half }: Spot, width: number) =>
  x - half >= 0 && x + half <= width && y >= 8 && y <= height - 8;

const meets = (a: Spot, b: Spot) => Math.abs(a.x - b.x) < a.half + b.half + 6 && Math.abs(a.y - b.y) < 18;

function finding(input: ChartInput): string {
  const words = modelChartWords[input.language];
  const curve = curveOf(input);
  const label = curve.label || input.values[0]!.label;
  const called = calledOf(placesOf(curve).places);
  const [far] = called;
  if (!far) return chartWords[input.language].sentence([words.noneCalled(label, curve.points.length)]);
  const { x, low, high, y } = far.point;
  const text = numberText(y, input, curve);
  const told =
    low === undefined || high === undefined
      ? words.plainFarthest(timeText(x), text)
      : words.farthest(timeText(x), text, usualText(far.point, input, curve));
  return chartWords[input.language].sentence([
    words.calledCount(label, called.length, curve.points.length),
    told,
  ]);
}

function usualText({ low, high }: CurvePoint, { language }: ChartInput, { unit }: Curve): string {
  return low === undefined || high === undefined ? '—' : showInterval(low, high, { unit, language });
}

function table(input: ChartInput): Rows {
  const words = modelChartWords[input.language];
  const curve = curveOf(input);
  return {
    columns: [
      head('at', chartWords[input.language].period, 'left'),
      head('value', curve.label || input.values[0]!.label),
      head('usual', words.usual),
      head('called', words.called, 'left'),
    ],
    rows: curve.points.map((point) => [
      timeText(point.x),
      numberText(point.y, input, curve),
      usualText(point, input, curve),
      point.called ? words.called : '',
    ]),
  };
}

/** Four weeks with weekends, a campaign on a Wednesday and a day the site was down. */
function example(language: Language): ChartInput {
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
  const value = exampleValue(language, { name, unit: '个', value: 2, direction: 'lower' });
  const label = language === 'zh' ? '会话' : 'Sessions';
  return {
    language,
    goals: [],
    values: [{ ...value, curve: { form: 'anomalies', label, unit: '次', points } }],
  };
}
