/** Charts of one row a member: names at the left, in up to two lines, and the scale that keeps the rows apart. */

import { measureColumn } from '../draw/labels.ts';
import { wrapText } from '../draw/measure-text.ts';
import type { Layer } from '../kind.ts';
import { chartMargin, fontSizes, getColour, isNarrow } from '../theme.ts';

const lineOffset = 16;

/** Fields a row's data carry for its name. `row` tells apart members of the same name. */
export interface RowName {
  row: string;
  /** One of these is set: a name in one line, or in two. */
  name: string;
  upper: string;
  lower: string;
}

/**
 * `fullWidth`: pixels of the whole drawing; names take at most a third of a narrow one. `width`: what they and the
 * margins of the drawing leave no room for, so that what is laid out fits at once.
 */
export function layoutRowNames(
  labels: readonly string[],
  fullWidth: number,
): { names: RowName[]; width: number } {
  const nameLimit = isNarrow(fullWidth) ? 104 : 150;
  const names = labels.map((label, i) => {
    const lines = wrapText(label, fontSizes.label, nameLimit);
    const row = `r${i}`;
    return lines.length === 1
      ? { row, name: lines[0], upper: '', lower: '' }
      : { row, name: '', upper: lines[0], lower: lines[1] };
  });
  const texts = names.flatMap(({ name, upper, lower }) => [name, upper, lower]);
  return { names, width: measureColumn(texts, fontSizes.label) + 12 + 2 * chartMargin };
}

/** Pixels from row to row: names in two lines need more than `least`. */
export function computeRowStep(names: readonly RowName[], least: number): number {
  return names.some(({ upper }) => upper !== '') ? Math.max(least, 40) : least;
}

/** The encoding of the rows, in order. */
export function buildRowScale(names: readonly RowName[], paddingInner: number) {
  const domain = names.map(({ row }) => row);
  return {
    field: 'row',
    type: 'ordinal',
    sort: null,
    scale: { domain, paddingInner, paddingOuter: paddingInner / 3 },
    axis: null,
  };
}

/** `names`: where the rows of the drawing are not one a name. */
export function buildRowNameLayers(y: object, names?: readonly RowName[]): Layer[] {
  const line = (field: keyof RowName, dy: number): Layer => ({
    ...buildTextLayer(field, { y, x: { value: 0 } }, { align: 'right', dx: -12, dy }),
    ...(names && { data: { values: names as RowName[] } }),
  });
  return [line('name', 0), line('upper', -lineOffset / 2), line('lower', lineOffset / 2)];
}

/** Pixels that texts beyond the bars leave to the bars, however long they are. */
const fewestBarPixels = 20;

/**
 * The end of an axis of `width` pixels from `low` on, so that beyond a bar up to `high` there are `room` pixels for
 * its text.
 */
export function computeBarEnd(low: number, high: number, room: number, width: number): number {
  return high + ((high - low || 1) * room) / Math.max(fewestBarPixels, width - room);
}

/** How many times as long as its longest bar, from zero on, such an axis is. */
export function computeBarStretch(room: number, width: number): number {
  return 1 + room / Math.max(fewestBarPixels, width - room);
}

/** A text a row. */
export function buildTextLayer(field: string, encoding: object, mark: object, filter?: string): Layer {
  return {
    transform: [{ filter: filter ?? `datum[${JSON.stringify(field)}] !== ''` }],
    mark: { type: 'text', baseline: 'middle', ...mark },
    encoding: { ...encoding, text: { field } },
  } as Layer;
}

/** A small text over a column, at a pixel of the plot's top edge. */
export function buildTopLabel(text: string, encoding: object, mark: object): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', text, fontSize: fontSizes.small, fill: getColour('ink-3'), ...mark },
    encoding: { y: { value: 0 }, ...encoding },
  } as Layer;
}
