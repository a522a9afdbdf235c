import type { Place } from './place.ts';

/** A text file that an author wrote. */
export interface SourceText {
  /** From the course root, with `/`. */
  file: string;
  /** The whole file, line ends as `\n`, without a byte order mark. */
  text: string;
}

/** Turns offsets of a text into lines and columns, which count from 1. */
export class LineIndex {
  readonly #file: string;
  readonly #starts: number[] = [0];

  constructor(file: string, text: string) {
    this.#file = file;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  toPlace(offset: number): Place {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { file: this.#file, line: low + 1, column: offset - this.#starts[low]! + 1 };
  }
}
