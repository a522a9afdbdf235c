/** The drawing of dots over two numbers, with medians as quadrants and as many names as have room. */
import { chartWords } from '../words/charts.ts';
import { pairWords } from '../words/pairs.ts';
import { directNumber } from './direct-text.ts';
import { cloudOf, type Dot } from './dots.ts';
import type { ChartInput } from './input.ts';
import type { Layer, Spec } from './kind.ts';
import { columnWidth } from './labels.ts';
import { fitText, textWidth } from './measure.ts';
import { placeNames, type Rect, type Spot } from './place.ts';
import {
  labelRoom,
  levelScale,
  type PlotAxis,
  pixelAt,
  plotAxis,
  plotTitle,
  stepsIn,
  uprightScale,
} from './plot.ts';
import { headLayer } from './rows.ts';
import { colour, isNarrow, type } from './theme.ts';
import { titleOver } from './title.ts';

export interface DotStyle {
  /** Pixels. */
  radius: (dot: Dot) => number;
  /** Those named first. */
  rank: (dot: Dot) => number;
  /** What the size of dots says, over the plot. */
  key?: string;
}

/** A number of the first or second value as text. */
export function dotText({ values, language }: ChartInput, i: number, number: number): string {
  const { unit } = values[i]!;
  return directNumber(number, unit, language);
}

interface Frame {
  x: PlotAxis;
  y: PlotAxis;
  width: number;
  height: number;
  side: number;
  middles?: [number, number];
}

export function dotSpec(input: ChartInput, full: number, style: DotStyle): Spec {
  const { language, values } = input;
  const cloud = cloudOf(input);
  const dots = cloud.dots.toSorted((a, b) => style.rank(b) - style.rank(a));
  const frame = frameOf(input, dots, full, style);
  const { x, y, width, height } = frame;
  const rows = dots.map((dot) => dotRow(dot, style, input));
  const across = levelScale(x, plotTitle(values[0]!.label, values[0]!.unit, x, language), width);
  const up = uprightScale(y);
  return {
    title: dotTitle(plotTitle(values[1]!.label, values[1]!.unit, y, language), full, style.key),
    data: { values: rows },
    width,
    height,
    layer: [
      ...(cloud.middles ? middleLayers(input, cloud.middles, frame, { x: across, y: up }) : []),
      {
        mark: { type: 'point', shape: 'circle', filled: true, opacity: 1, strokeWidth: 1.6, aria: true },
        encoding: {
          x: { ...across, field: 'x' },
          y: { ...up, field: 'y' },
          size: { field: 'area', type: 'quantitative', scale: null },
          stroke: { value: colour('c1') },
          fill: { field: 'fill', scale: null },
          fillOpacity: { field: 'fillOpacity', type: 'quantitative', scale: null },
          description: { field: 'hover' },
        },
      },
      ...nameLayers(dots, frame, style, { x: across, y: up }),
    ],
  } as Spec;
}

function dotTitle(title: string, full: number, key: string | undefined) {
  const more = { offset: 12 };
  if (key === undefined) return titleOver(title, full, more);
  const lines = [key, title].map((line) => fitText(line, type.small, full - 8));
  return { text: lines, ...more, ...(isNarrow(full) && { frame: 'bounds' }) };
}

/** Dots on the better side of both medians are filled, others hollow. */
function dotRow(dot: Dot, { radius, key }: DotStyle, { values, language }: ChartInput) {
  const words = chartWords[language];
  const [x, y] = dot.numbers;
  const told = words.join(dot.texts.map((text, i) => `${values[i]!.label} ${text}`));
  const sized = key !== undefined;
  return {
    x,
    y,
    area: Math.PI * radius(dot) ** 2,
    fill: colour(dot.good || sized ? 'c1' : 'paper'),
    fillOpacity: sized ? (dot.good ? 0.35 : 0.08) : 1,
    hover: words.hover(dot.label, told),
  };
}

/** Axes wide enough that no dot is cut; the plot beside their labels. */
function frameOf(input: ChartInput, dots: readonly Dot[], full: number, { radius }: DotStyle): Frame {
  const { values, language } = input;
  const height = isNarrow(full) ? 260 : 340;
  const axisOf = (i: number, count: number) =>
    plotAxis(
      dots.map((dot) => dot.numbers[i]!),
      values[i]!.unit,
      language,
      { free: true, count },
    );
  const y = axisOf(1, 4);
  const { middles } = cloudOf(input);
  const side = middles ? columnWidth([dotText(input, 1, middles[1])], type.small) + 10 : 8;
  const width = full - labelRoom(y) - side;
  const x = axisOf(0, stepsIn(width));
  return {
    x: roomy(x, dots, 0, width, radius),
    y: roomy(y, dots, 1, height, radius),
    width,
    height,
    side,
    ...(middles && { middles }),
  };
}

/** The axis, longer where a dot would reach over an end of it. */
function roomy(
  axis: PlotAxis,
  dots: readonly Dot[],
  i: number,
  length: number,
  radius: DotStyle['radius'],
): PlotAxis {
  const reach = dots.map((dot) => ({ at: pixelAt(axis, dot.numbers[i]!, length), r: radius(dot) + 2 }));
  const before = Math.max(0, ...reach.map(({ at, r }) => r - at));
  const after = Math.max(0, ...reach.map(({ at, r }) => at + r - length));
  const unit = (axis.high - axis.low) / Math.max(40, length - before - after);
  return { ...axis, low: axis.low - before * unit, high: axis.high + after * unit };
}

interface Scales {
  x: object;
  y: object;
}

function middleLayers(
  input: ChartInput,
  middles: readonly [number, number],
  frame: Frame,
  { x, y }: Scales,
): Layer[] {
  const mark = { type: 'rule', color: colour('ink-3'), strokeDash: [3, 3] };
  const data = { values: [{}] };
  const [across, up] = [0, 1].map((i) => dotText(input, i, middles[i]!));
  const text = pairWords[input.language].middle(across!);
  const half = textWidth(text, type.small) / 2;
  const pixel = pixelAt(frame.x, middles[0], frame.width);
  const align = pixel < half ? 'left' : pixel > frame.width - half ? 'right' : 'center';
  return [
    { data, mark, encoding: { x: { ...x, datum: middles[0] } } } as Layer,
    { data, mark, encoding: { y: { ...y, datum: middles[1] } } } as Layer,
    headLayer(text, { x: { ...x, datum: middles[0] } }, { align, dy: -8 }),
    headLayer(
      up!,
      { x: { value: 'width' }, y: { ...y, datum: middles[1] } },
      { align: 'left', dx: 6, baseline: 'middle' },
    ),
  ];
}

function middleLines({ x, y, width, height }: Frame, [across, up]: readonly [number, number]): Rect[] {
  const [at, over] = [pixelAt(x, across, width), height - pixelAt(y, up, height)];
  return [
    { left: at, right: at, top: 0, bottom: height },
    { left: 0, right: width, top: over, bottom: over },
  ];
}

/** Names stand at places found in pixels and told in the axes' numbers: they move with the plot. */
function nameLayers(dots: readonly Dot[], frame: Frame, { radius }: DotStyle, { x, y }: Scales): Layer[] {
  const { width, height } = frame;
  const limit = Math.min(170, 0.36 * width);
  const spots = dots.map((dot): Spot => {
    const [across, up] = [
      pixelAt(frame.x, dot.numbers[0]!, width),
      pixelAt(frame.y, dot.numbers[1]!, height),
    ];
    return { x: across, y: height - up, radius: radius(dot), text: fitText(dot.label, type.label, limit) };
  });
  const placed = placeNames(spots, frame, type.label, frame.middles ? middleLines(frame, frame.middles) : []);
  const rows = placed.flatMap((one, i) => {
    if (!one) return [];
    const back = (axis: PlotAxis, pixel: number, length: number) =>
      axis.low + (pixel / length) * (axis.high - axis.low);
    const at = { x: back(frame.x, one.x, width), y: back(frame.y, height - one.y, height) };
    return [{ ...at, align: one.align, name: spots[i]!.text }];
  });
  return (['left', 'center', 'right'] as const).map(
    (align) =>
      ({
        data: { values: rows.filter((row) => row.align === align) },
        mark: { type: 'text', align, baseline: 'middle' },
        encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'y' }, text: { field: 'name' } },
      }) as Layer,
  );
}
