/** Bars of one value at both sides of zero: a row a part, or a column a period. */
import type { Point } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { buildSeries, filterPresent } from '../data/chart-series.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  computeRowStep,
  layoutRowNames,
} from '../data/row-names.ts';
import { sortParts } from '../data/value-parts.ts';
import { formatScaledText } from '../draw/direct-text.ts';
import { measureColumn } from '../draw/labels.ts';
import { formatAxisTitle, selectMagnitude } from '../draw/number-axis.ts';
import type { ChartInput } from '../input.ts';
import type { Layer, Spec } from '../kind.ts';
import { fontSizes, getColour } from '../theme.ts';
import { buildTitle } from './chart-heading.ts';
import { buildZeroRule } from './marks.ts';
import { buildPlotAxis, buildVerticalScale, formatPlotTitle, measureLabelRoom } from './plot.ts';
import { buildPeriodScale } from './time-axis.ts';

/** Of bars upwards or to the right, and of the others. */
export const pickSignColour = (positive: boolean) => getColour(positive ? 'c1' : 'c2');

/** A bar a part, highest first; texts stand beyond the ends. */
export function buildSignedBars(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const { label, unit, points: given } = input.values[0]!;
  const points = sortParts(given);
  const { names, width: left } = layoutRowNames(
    points.map((point) => point.label),
    fullWidth,
  );
  const numbers = points.map((point) => point.value ?? 0);
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const size = selectMagnitude(Math.max(high, -low), language);
  const rows = points.map((point, i) => ({
    ...names[i]!,
    ...buildSignedRow(point, language),
    text: formatScaledText(point, unit, size, language),
  }));
  const width = fullWidth - left;
  const room =
    measureColumn(
      rows.map((row) => row.text),
      fontSizes.label,
    ) + 14;
  const each = (high - low || 1) / Math.max(30, width - 2 * room);
  const x = {
    type: 'quantitative',
    scale: { domain: [low - each * room, high + each * room], nice: false },
    axis: null,
  };
  const y = buildRowScale(names, 0.36);
  const text = { y, x: { ...x, field: 'end' } };
  return {
    title: buildTitle(formatAxisTitle(label, unit, size, language), fullWidth),
    data: { values: rows },
    width,
    height: { step: computeRowStep(names, 30) },
    layer: [
      buildSignedBarLayer({ y, x: { ...x, field: 'value' }, x2: { datum: 0 } }),
      buildZeroRule('x', x),
      buildTextLayer('text', text, { align: 'left', dx: 6 }, 'datum.end >= 0'),
      buildTextLayer('text', text, { align: 'right', dx: -6 }, 'datum.end < 0'),
      ...buildRowNameLayers(y),
    ],
  } as Spec;
}

/** A column a period. */
export function buildSignedColumns(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const { label, unit } = input.values[0]!;
  const points = buildSeries(input)[0]!.points;
  const y = buildPlotAxis([0, ...filterPresent(points).map(({ value }) => value)], unit, language);
  const width = fullWidth - measureLabelRoom(y) - 10;
  const up = buildVerticalScale(y);
  return {
    title: buildTitle(formatPlotTitle(label, unit, y, language), fullWidth),
    data: { values: points.map((point) => buildSignedRow(point, language)) },
    width,
    height: 240,
    layer: [
      buildSignedBarLayer({
        x: buildPeriodScale(points, width, input, 'band'),
        y: { ...up, field: 'value' },
        y2: { datum: 0 },
      }),
      buildZeroRule('y', up),
    ],
  } as Spec;
}

function buildSignedRow(point: Point, language: ChartInput['language']) {
  const { value, label, text } = point;
  return {
    key: point.key,
    value,
    end: value ?? 0,
    fill: pickSignColour((value ?? 0) >= 0),
    hover: chartWords[language].hover(label, text),
  };
}

/** Bars whose rows carry their colour, as `fill`, and the text to be read at them. */
export function buildSignedBarLayer(encoding: object): Layer {
  return {
    mark: { type: 'bar', aria: true },
    encoding: { ...encoding, fill: { field: 'fill', scale: null }, description: { field: 'hover' } },
  } as Layer;
}
