import type { Cell } from '../../base/source-table.ts';

/** Texts that are remembered at a time. */
const maxCells = 4096;

/** Remembers what was found of a cell: most columns repeat few. Gives up where they do not. */
export class CellCache<T extends NonNullable<unknown> | null> {
  readonly #find: (cell: Cell) => T;
  readonly #known = new Map<Cell, T>();
  #hits = 0;
  #helps = true;

  constructor(find: (cell: Cell) => T) {
    this.#find = find;
  }

  get(cell: Cell): T {
    if (!this.#helps) return this.#find(cell);
    const known = this.#known.get(cell);
    if (known !== undefined) {
      this.#hits++;
      return known;
    }
    if (this.#known.size === maxCells) this.#reviewHits();
    const found = this.#find(cell);
    this.#known.set(cell, found);
    return found;
  }

  /** A text is worth keeping when it comes again. */
  #reviewHits(): void {
    this.#helps = this.#hits > maxCells;
    this.#hits = 0;
    this.#known.clear();
  }
}
