import type { Place } from '../../base/place.ts';
import type { Cell } from '../../base/source-table.ts';
import type { GetPlace } from './problem-sampler.ts';

/** Texts that are shown as examples. */
const maxExamples = 3;

/** Cells of a kind, told of together: how many, where the first is, and what some of them say. */
export class CellExamples {
  count = 0;
  first: Place | undefined;
  readonly texts: string[] = [];

  add(cell: Cell, getPlace: GetPlace, column: number): void {
    this.count++;
    this.first ??= getPlace(column);
    const text = String(cell);
    if (this.texts.length < maxExamples && !this.texts.includes(text)) this.texts.push(text);
  }
}
