/** Labels over columns of cells: level where they fit, else every second or third of times; long names stand upright. */

import { measureColumn, thinLabels } from '../draw/labels.ts';
import { truncateText } from '../draw/measure-text.ts';
import type { Layer } from '../kind.ts';
import { fontSizes, getColour } from '../theme.ts';

const maxLabelWidth = 150;

/** Pixels that the labels take over the cells. */
export function measureColumnLabels(labels: readonly string[], step: number): number {
  return shouldTurnLabels(labels, step)
    ? measureColumn(labels, fontSizes.small, maxLabelWidth)
    : fontSizes.small;
}

function shouldTurnLabels(labels: readonly string[], step: number): boolean {
  return measureColumn(labels, fontSizes.small) + 6 > step && measureColumn(labels, fontSizes.small) > 60;
}

/** `x`: the encoding of a field `column` with `c0`, `c1` … */
export function buildColumnLabels(labels: readonly string[], step: number, x: object): Layer[] {
  const upright = shouldTurnLabels(labels, step);
  const shown = upright ? labels.map((_, i) => i) : thinLabels(labels, step, fontSizes.small, 6);
  const values = shown.map((i) => ({
    column: `c${i}`,
    head: upright ? truncateText(labels[i]!, fontSizes.small, maxLabelWidth) : labels[i],
  }));
  const mark = upright
    ? { angle: 270, align: 'left', baseline: 'middle', dx: 8 }
    : { align: 'center', baseline: 'bottom', dy: -8 };
  return [
    {
      data: { values },
      mark: { type: 'text', fontSize: fontSizes.small, fill: getColour('ink-3'), ...mark },
      encoding: { x, y: { value: 0 }, text: { field: 'head' } },
    } as Layer,
  ];
}
