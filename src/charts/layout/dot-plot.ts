/** The drawing of dots over two numbers, with medians as quadrants and as many names as have room. */

import { chartWords } from '../../words/charts/chart-words.ts';
import { scatterWords } from '../../words/charts/scatter-words.ts';
import { buildCloud, type Dot } from '../data/dots.ts';
import { buildTopLabel } from '../data/row-names.ts';
import { formatInUnit } from '../draw/direct-text.ts';
import { measureColumn } from '../draw/labels.ts';
import { truncateText } from '../draw/measure-text.ts';
import { type LabelledDot, placeLabels, type Rect } from '../draw/place-labels.ts';
import type { ChartInput } from '../input.ts';
import type { Layer, Spec } from '../kind.ts';
import { findNameColour } from '../series-styles.ts';
import { fontSizes, getColour, isNarrow } from '../theme.ts';
import { buildTitle } from './chart-heading.ts';
import { buildRuleLabel } from './marks.ts';
import {
  buildHorizontalScale,
  buildPlotAxis,
  buildVerticalScale,
  countSteps,
  formatPlotTitle,
  measureLabelRoom,
  type PlotAxis,
  toPixel,
} from './plot.ts';

interface DotStyle {
  /** Pixels. */
  radius: (dot: Dot) => number;
  /** Those named first. */
  rank: (dot: Dot) => number;
  /** What the size of dots says, over the plot. */
  sizeTitle?: string;
}

interface Frame {
  x: PlotAxis;
  y: PlotAxis;
  width: number;
  height: number;
  side: number;
  medians?: [number, number];
}

export function buildDotSpec(input: ChartInput, fullWidth: number, style: DotStyle): Spec {
  const { language, values } = input;
  const cloud = buildCloud(input);
  const dots = cloud.dots.toSorted((a, b) => style.rank(b) - style.rank(a));
  const frame = layoutFrame(input, dots, fullWidth, style);
  const { x, y, width, height } = frame;
  const rows = dots.map((dot) => buildDotRow(dot, style, input));
  const across = buildHorizontalScale(
    x,
    formatPlotTitle(values[0]!.label, values[0]!.unit, x, language),
    width,
  );
  const up = buildVerticalScale(y);
  return {
    title: buildDotTitle(
      formatPlotTitle(values[1]!.label, values[1]!.unit, y, language),
      fullWidth,
      style.sizeTitle,
    ),
    data: { values: rows },
    width,
    height,
    layer: [
      ...(cloud.medians ? buildMedianLayers(input, cloud.medians, frame, { x: across, y: up }) : []),
      {
        mark: { type: 'point', shape: 'circle', filled: true, opacity: 1, strokeWidth: 1.6, aria: true },
        encoding: {
          x: { ...across, field: 'x' },
          y: { ...up, field: 'y' },
          size: { field: 'area', type: 'quantitative', scale: null },
          stroke: { field: 'paint', scale: null },
          fill: { field: 'fill', scale: null },
          fillOpacity: { field: 'fillOpacity', type: 'quantitative', scale: null },
          description: { field: 'hover' },
        },
      },
      ...buildNameLayers(dots, frame, style, { x: across, y: up }),
    ],
  } as Spec;
}

function buildDotTitle(title: string, fullWidth: number, key: string | undefined) {
  const more = { offset: 12 };
  if (key === undefined) return buildTitle(title, fullWidth, more);
  const lines = [key, title].map((line) => truncateText(line, fontSizes.small, fullWidth - 8));
  return { text: lines, ...more, ...(isNarrow(fullWidth) && { frame: 'bounds' }) };
}

/** Dots on the better side of both medians are filled, others hollow. */
function buildDotRow(dot: Dot, { radius, sizeTitle }: DotStyle, input: ChartInput) {
  const { values, language } = input;
  const paint = findNameColour(dot.label, input) ?? 'c1';
  const words = chartWords[language];
  const [x, y] = dot.numbers;
  const hoverText = words.join(dot.texts.map((text, i) => `${values[i]!.label} ${text}`));
  const sized = sizeTitle !== undefined;
  return {
    x,
    y,
    area: Math.PI * radius(dot) ** 2,
    paint: getColour(paint),
    fill: getColour(dot.good || sized ? paint : 'paper'),
    fillOpacity: sized ? (dot.good ? 0.35 : 0.08) : 1,
    hover: words.hover(dot.label, hoverText),
  };
}

/** Axes wide enough that no dot is cut; the plot beside their labels. */
function layoutFrame(
  input: ChartInput,
  dots: readonly Dot[],
  fullWidth: number,
  { radius }: DotStyle,
): Frame {
  const { values, language } = input;
  const height = isNarrow(fullWidth) ? 260 : 340;
  const buildAxis = (i: number, count: number) =>
    buildPlotAxis(
      dots.map((dot) => dot.numbers[i]!),
      values[i]!.unit,
      language,
      { free: true, count },
    );
  const y = buildAxis(1, 4);
  const { medians } = buildCloud(input);
  const side = medians ? measureColumn([formatInUnit(input, medians[1], 1)], fontSizes.small) + 10 : 8;
  const width = fullWidth - measureLabelRoom(y) - side;
  const x = buildAxis(0, countSteps(width));
  return {
    x: widenAxis(x, dots, 0, width, radius),
    y: widenAxis(y, dots, 1, height, radius),
    width,
    height,
    side,
    ...(medians && { medians }),
  };
}

/** The axis, longer where a dot would reach over an end of it. */
function widenAxis(
  axis: PlotAxis,
  dots: readonly Dot[],
  i: number,
  length: number,
  radius: DotStyle['radius'],
): PlotAxis {
  const reach = dots.map((dot) => ({ at: toPixel(axis, dot.numbers[i]!, length), r: radius(dot) + 2 }));
  const before = Math.max(0, ...reach.map(({ at, r }) => r - at));
  const after = Math.max(0, ...reach.map(({ at, r }) => at + r - length));
  const unit = (axis.high - axis.low) / Math.max(40, length - before - after);
  return { ...axis, low: axis.low - before * unit, high: axis.high + after * unit };
}

interface Scales {
  x: object;
  y: object;
}

function buildMedianLayers(
  input: ChartInput,
  medians: readonly [number, number],
  frame: Frame,
  { x, y }: Scales,
): Layer[] {
  const mark = { type: 'rule', color: getColour('ink-3'), strokeDash: [3, 3] };
  const data = { values: [{}] };
  const [across, up] = [0, 1].map((i) => formatInUnit(input, medians[i]!, i));
  const text = scatterWords[input.language].middle(across!);
  const pixel = toPixel(frame.x, medians[0], frame.width);
  return [
    { data, mark, encoding: { x: { ...x, datum: medians[0] } } } as Layer,
    { data, mark, encoding: { y: { ...y, datum: medians[1] } } } as Layer,
    buildRuleLabel(text, { ...x, datum: medians[0] }, { pixel, width: frame.width }),
    buildTopLabel(
      up!,
      { x: { value: 'width' }, y: { ...y, datum: medians[1] } },
      { align: 'left', dx: 6, baseline: 'middle' },
    ),
  ];
}

function listMedianLines({ x, y, width, height }: Frame, [across, up]: readonly [number, number]): Rect[] {
  const [at, over] = [toPixel(x, across, width), height - toPixel(y, up, height)];
  return [
    { left: at, right: at, top: 0, bottom: height },
    { left: 0, right: width, top: over, bottom: over },
  ];
}

/** Names stand at places found in pixels and given in the axes' numbers: they move with the plot. */
function buildNameLayers(
  dots: readonly Dot[],
  frame: Frame,
  { radius }: DotStyle,
  { x, y }: Scales,
): Layer[] {
  const { width, height } = frame;
  const limit = Math.min(170, 0.36 * width);
  const spots = dots.map((dot): LabelledDot => {
    const [across, up] = [
      toPixel(frame.x, dot.numbers[0]!, width),
      toPixel(frame.y, dot.numbers[1]!, height),
    ];
    return {
      x: across,
      y: height - up,
      radius: radius(dot),
      text: truncateText(dot.label, fontSizes.label, limit),
    };
  });
  const placed = placeLabels(
    spots,
    frame,
    fontSizes.label,
    frame.medians ? listMedianLines(frame, frame.medians) : [],
  );
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
