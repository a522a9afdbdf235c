/** The names of lines and targets beside a plot, at their right ends. */

import type { Language } from '../../base/language.ts';
import { filterPresent } from '../data/chart-series.ts';
import { formatDirectText } from '../draw/direct-text.ts';
import { measureColumn, spreadPositions } from '../draw/labels.ts';
import type { NumberAxis } from '../draw/number-axis.ts';
import type { SeriesStyle } from '../series-styles.ts';
import { fontSizes, getColour } from '../theme.ts';
import type { TimeLine } from './time-lines.ts';

const lineHeight = 17;

/** The short line between a line's end and its name. */
export const keyWidth = 12;

/** Texts beside the plot may take this share of the drawing, at most so many pixels; longer ones are named in a legend on top. */
export const computeSideLimit = (fullWidth: number) => Math.min(190, 0.3 * fullWidth);

/** Whether the names of all lines have room beside the plot; else a legend holds them. A single line needs none. */
export function canNameBeside(panels: readonly SidePanel[], fullWidth: number): boolean {
  const texts = panels
    .filter(({ lines }) => lines.length > 1)
    .flatMap(({ lines }) => lines.map(({ label }) => label));
  return measureColumn(texts, fontSizes.label) <= computeSideLimit(fullWidth);
}

/** What of a panel stands beside it. */
interface SidePanel {
  lines: readonly TimeLine[];
  levels: readonly { value: number; text: string }[];
  unit: string;
  language: Language;
  height: number;
}

/** Whether lines and levels are named beside the plot. */
interface SideStyle {
  named: boolean;
  levelled: boolean;
}

interface SideText {
  text: string;
  value: number;
  /** Of the line it names; a target has none. */
  style?: SeriesStyle;
}

export function listSideTexts(
  { lines, levels, unit, language }: SidePanel,
  { named, levelled }: SideStyle,
): SideText[] {
  const ends = (named || lines.length === 1 ? lines : []).flatMap((line): SideText[] => {
    const last = filterPresent(line.points).at(-1);
    if (!last) return [];
    const text = lines.length === 1 ? formatDirectText(last, unit, language) : line.label;
    return [{ text, value: last.value, style: line.style }];
  });
  return [...ends, ...(levelled ? levels : [])];
}

/** The names of lines and targets at their right ends, moved apart where they would meet. */
export function buildSideLayers(panel: SidePanel, texts: readonly SideText[], { low, high }: NumberAxis) {
  const scale = panel.height / (high - low);
  const wanted = texts.map(({ value }) => (high - value) * scale);
  const placed = spreadPositions(wanted, lineHeight, 0, panel.height);
  const keyed = panel.lines.length > 1;
  return texts.flatMap(({ text, style }, i) => {
    const encoding = { x: { value: 'width' }, y: { value: placed[i]! } };
    const data = { values: [{}] };
    const named = style === undefined ? { fill: getColour('ink-2') } : { fontWeight: 'bold' };
    const dx = style !== undefined && keyed ? keyWidth + 10 : 10;
    const label = {
      data,
      mark: { type: 'text', text, align: 'left', baseline: 'middle', dx, ...named },
      encoding,
    };
    if (style === undefined || !keyed) return [label];
    // A short line leads from the end to its name, which may have had to move.
    const stroke = getColour(style.paint);
    const leader = {
      data,
      mark: { type: 'rule', stroke, strokeWidth: 1, xOffset: 3, x2Offset: keyWidth + 6 },
      encoding: { x: encoding.x, x2: encoding.x, y: { value: wanted[i]! }, y2: encoding.y },
    };
    return [label, leader];
  });
}
