/** Heads over columns of cells: level where they fit, else every second or third of times; long names stand upright. */
import type { Layer } from './kind.ts';
import { columnWidth, thin } from './labels.ts';
import { fitText } from './measure.ts';
import { colour, type } from './theme.ts';

const longestHead = 150;

/** Pixels that the heads take over the cells. */
export function headHeight(labels: readonly string[], step: number): number {
  return turned(labels, step) ? columnWidth(labels, type.small, longestHead) : type.small;
}

function turned(labels: readonly string[], step: number): boolean {
  return columnWidth(labels, type.small) + 6 > step && columnWidth(labels, type.small) > 60;
}

/** `x`: the encoding of a field `column` with `c0`, `c1` … */
export function columnHeads(labels: readonly string[], step: number, x: object): Layer[] {
  const upright = turned(labels, step);
  const shown = upright ? labels.map((_, i) => i) : thin(labels, step, type.small, 6);
  const values = shown.map((i) => ({
    column: `c${i}`,
    head: upright ? fitText(labels[i]!, type.small, longestHead) : labels[i],
  }));
  const mark = upright
    ? { angle: 270, align: 'left', baseline: 'middle', dx: 8 }
    : { align: 'center', baseline: 'bottom', dy: -8 };
  return [
    {
      data: { values },
      mark: { type: 'text', fontSize: type.small, fill: colour('ink-3'), ...mark },
      encoding: { x, y: { value: 0 }, text: { field: 'head' } },
    } as Layer,
  ];
}
