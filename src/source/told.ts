import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';

/** Problems of one kind that are told one by one; the rest is counted. */
export const toldOneByOne = 5;

/** The place of a cell of the row at hand, by its column from 0. */
export type PlaceOf = (column: number) => Place;

/** Problems of one kind as rows come by: the first five with their places, the rest counted at the place of the sixth. */
export class Told {
  readonly #problems: Problem[] = [];
  #next: Place | undefined;
  #count = 0;

  add(placeOf: PlaceOf, column: number, tell: (place: Place) => Problem): void {
    this.#count++;
    if (this.#count <= toldOneByOne) this.#problems.push(tell(placeOf(column)));
    else this.#next ??= placeOf(column);
  }

  problems(more: (place: Place, count: number) => Problem): Problem[] {
    return this.#next ? [...this.#problems, more(this.#next, this.#count - toldOneByOne)] : this.#problems;
  }
}
