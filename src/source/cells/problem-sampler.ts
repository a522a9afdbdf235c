import type { Place } from '../../base/place.ts';
import { type Problem, sampleLimit } from '../../base/problem.ts';

/** The place of a cell of the row at hand, by its column from 0. */
export type GetPlace = (column: number) => Place;

/** Problems of one kind as rows come by: the first five with their places, the rest counted at the place of the sixth. */
export class ProblemSampler {
  readonly #problems: Problem[] = [];
  #next: Place | undefined;
  #count = 0;

  add(getPlace: GetPlace, column: number, createProblem: (place: Place) => Problem): void {
    this.#count++;
    if (this.#count <= sampleLimit) this.#problems.push(createProblem(getPlace(column)));
    else this.#next ??= getPlace(column);
  }

  listProblems(more: (place: Place, count: number) => Problem): Problem[] {
    return this.#next ? [...this.#problems, more(this.#next, this.#count - sampleLimit)] : this.#problems;
  }
}
