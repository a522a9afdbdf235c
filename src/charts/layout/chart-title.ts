import { truncateText, wrapText } from '../draw/measure-text.ts';
import { fontSizes, isNarrow } from '../theme.ts';

/** The title of a drawing `full` pixels wide: over the plot, in a narrow one from its left end and in two lines where one does not hold it. */
export function buildTitle(text: string, full: number, more: object = {}) {
  if (!isNarrow(full)) return { text, ...more };
  const lines = wrapText(text, fontSizes.small, full - 8);
  return { text: lines.length === 1 ? lines[0] : lines, frame: 'bounds', ...more };
}

/** The title of one panel among others, in one line of `width` pixels. */
export function truncateTitle(text: string, width: number): string {
  return truncateText(text, fontSizes.small, width);
}

/** Remarks over a title, a line each, none wider than the drawing. */
export function buildTitleLines(lines: readonly string[], full: number, more: object = {}) {
  if (lines.length === 1) return buildTitle(lines[0]!, full, more);
  const text = lines.map((line) => truncateText(line, fontSizes.small, full - 8));
  return { text, ...(isNarrow(full) && { frame: 'bounds' }), ...more };
}
