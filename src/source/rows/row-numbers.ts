import type { Cell } from '../../base/source-table.ts';

/** Numbers above this are ids. */
const highest = 1 << 27;

/** Whether a column without a name holds the numbers of its rows, as programs write them: whole, and none of them twice. */
export class RowNumbers {
  #seen = new Uint8Array(128);
  #count = 0;
  #isBroken = false;

  observe(cell: Cell): void {
    if (this.#isBroken) return;
    const number = parseRowNumber(cell);
    if (number === undefined || this.#has(number)) this.#isBroken = true;
    else this.#count++;
  }

  get holds(): boolean {
    return this.#count > 0 && !this.#isBroken;
  }

  /** Whether the number came before. */
  #has(number: number): boolean {
    const [at, bit] = [number >> 3, 1 << (number & 7)];
    if (at >= this.#seen.length) {
      const larger = new Uint8Array(Math.max(at + 1, this.#seen.length * 2));
      larger.set(this.#seen);
      this.#seen = larger;
    }
    const isThere = (this.#seen[at]! & bit) !== 0;
    this.#seen[at] = this.#seen[at]! | bit;
    return isThere;
  }
}

function parseRowNumber(cell: Cell): number | undefined {
  const number = typeof cell === 'string' && /^\d{1,9}(\.0)?$/.test(cell) ? Number(cell) : cell;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= highest
    ? number
    : undefined;
}

/** Whether a program, and no person, named a column. */
export function isIndexName(name: string): boolean {
  return name === '' || /^Unnamed: \d+$/.test(name);
}
