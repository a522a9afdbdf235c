/** What stands over a plot: its title, remarks, and the names of its colours. */

import { measureText, truncateText, wrapText } from '../draw/measure-text.ts';
import { layoutInLines } from '../draw/pixels.ts';
import type { Layer } from '../kind.ts';
import { fontSizes, getColour, isNarrow } from '../theme.ts';

/** The title of a drawing `fullWidth` pixels wide: over the plot, in a narrow one from its left end and in two lines where one does not hold it. */
export function buildTitle(text: string, fullWidth: number, more: object = {}) {
  if (!isNarrow(fullWidth)) return { text, ...more };
  const lines = wrapText(text, fontSizes.small, fullWidth - 8);
  return { text: lines.length === 1 ? lines[0] : lines, frame: 'bounds', ...more };
}

/** The title of one panel among others, in one line of `width` pixels. */
export function truncateTitle(text: string, width: number): string {
  return truncateText(text, fontSizes.small, width);
}

/** Remarks over a title, a line each, none wider than the drawing. */
export function buildTitleLines(lines: readonly string[], fullWidth: number, more: object = {}) {
  if (lines.length === 1) return buildTitle(lines[0]!, fullWidth, more);
  const text = lines.map((line) => truncateText(line, fontSizes.small, fullWidth - 8));
  return { text, ...(isNarrow(fullWidth) && { frame: 'bounds' }), ...more };
}

export interface LegendKey {
  text: string;
  /** A swatch of this paint, or a line of it with these dashes. */
  paint: string;
  dash?: readonly number[];
  opacity?: number;
}

const lineHeight = 20;
const swatchWidth = 12;
const strokeWidth = 26;
/** From a swatch to its name. */
const nameOffset = 6;

interface LegendLayout {
  /** Pixels kept free right over the plot. */
  lift?: number;
  /** Pixels from a name to the next swatch. */
  spacing?: number;
  /** Pixels that the longest name leaves of the drawing. */
  margin?: number;
}

/** Names of colours, in as many lines as they need. `left`: pixels from the left end of the drawing to the plot, where the names begin. */
export function buildLegend(
  keys: readonly LegendKey[],
  fullWidth: number,
  left: number,
  { lift = 0, spacing = 16, margin = strokeWidth + 20 }: LegendLayout = {},
): Layer[] {
  const texts = keys.map(({ text }) => truncateText(text, fontSizes.small, fullWidth - margin));
  const widths = keys.map(({ dash }, i) => {
    const sign = dash ? strokeWidth : swatchWidth;
    return { width: measureText(texts[i]!, fontSizes.small) + sign + nameOffset + spacing };
  });
  // The last name may reach into the margin of the drawing.
  const { places, lines } = layoutInLines(widths, fullWidth + 8, 0);
  return keys.flatMap((key, i) => {
    const { x, line } = places[i]!;
    return buildLegendEntry(key, texts[i]!, { x: x - left, y: -14 - lift - (lines - 1 - line) * lineHeight });
  });
}

function buildLegendEntry(
  { paint, dash, opacity }: LegendKey,
  text: string,
  { x, y }: { x: number; y: number },
): Layer[] {
  const data = { values: [{}] };
  const wide = dash ? strokeWidth : swatchWidth;
  const [top, bottom] = dash ? [y, y] : [y - 6, y + 6];
  const mark = dash
    ? { type: 'rule', stroke: paint, strokeWidth: 2.2, strokeDash: dash }
    : {
        type: 'rect',
        fill: paint,
        ...(opacity !== undefined && { fillOpacity: opacity }),
        stroke: getColour('ink-3'),
        strokeWidth: 0.5,
      };
  const name = {
    type: 'text',
    text,
    align: 'left',
    baseline: 'middle',
    fontSize: fontSizes.small,
    fill: getColour('ink-2'),
  };
  return [
    {
      data,
      mark,
      encoding: { x: { value: x }, x2: { value: x + wide }, y: { value: top }, y2: { value: bottom } },
    },
    { data, mark: name, encoding: { x: { value: x + wide + nameOffset }, y: { value: y } } },
  ] as Layer[];
}
