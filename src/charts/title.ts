import { fitText, wrapText } from './measure.ts';
import { isNarrow, type } from './theme.ts';

/** The title of a drawing `full` pixels wide: over the plot, in a narrow one from its left end and in two lines where one does not hold it. */
export function titleOver(text: string, full: number, more: object = {}) {
  if (!isNarrow(full)) return { text, ...more };
  const lines = wrapText(text, type.small, full - 8);
  return { text: lines.length === 1 ? lines[0] : lines, frame: 'bounds', ...more };
}

/** The title of one panel among others, in one line of `width` pixels. */
export function panelTitle(text: string, width: number): string {
  return fitText(text, type.small, width);
}

/** Remarks over a title, a line each, none wider than the drawing. */
export function titleLines(lines: readonly string[], full: number, more: object = {}) {
  if (lines.length === 1) return titleOver(lines[0]!, full, more);
  const text = lines.map((line) => fitText(line, type.small, full - 8));
  return { text, ...(isNarrow(full) && { frame: 'bounds' }), ...more };
}
