import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell, StreamedRows } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import { Asides } from './asides.ts';
import type { Header } from './columns.ts';
import { BrokenEncoding, type CsvBlock, type CsvSource, csvBlocks } from './csv-stream.ts';
import { filledCells, QuoteFaults, RowCheck } from './csv-table.ts';
import { EmptyRows } from './raw-table.ts';
import type { PlaceOf } from './told.ts';
import { Typing, type TypingContext } from './typing.ts';

/** A large file of which the names are known. */
export interface LargeCsv {
  source: CsvSource;
  headers: readonly Header[];
  /** Rows up to the names, these included. */
  above: number;
  /** What is told of the rows above the names. */
  problems: readonly Problem[];
  context: TypingContext;
}

/**
 * Reads a large file as a small one is read, with the same parts, block by block: once to see what its columns are,
 * and once for its rows. What it takes does not depend on the number of rows.
 */
export async function openLargeCsv(large: LargeCsv): Promise<StreamedRows> {
  const { headers, context } = large;
  try {
    const typing = new Typing(headers, context);
    const first = new Sieve(headers, false);
    for await (const block of siftedBlocks(large, first)) {
      typing.units = first.units;
      eachRow(block, (cells, placeOf) => typing.look(cells, placeOf));
    }
    const reader = typing.settle(first.problems(large).length === 0);
    if (reader.columns.length === 0)
      return {
        columns: [],
        blocks: noBlocks(),
        problems: () => [...first.problems(large), ...reader.problems()],
      };
    const second = new Sieve(headers, first.hasTotals);
    return {
      columns: reader.columns,
      blocks: readBlocks(siftedBlocks(large, second), reader.read),
      problems: () => [...second.problems(large), ...reader.problems()],
    };
  } catch (error) {
    if (!(error instanceof BrokenEncoding)) throw error;
    const told = problem('not-utf8', error.place, { encoding: large.source.encoding });
    return { columns: [], blocks: noBlocks(), problems: () => [told] };
  }
}

async function* noBlocks(): AsyncGenerator<Cell[][]> {}

/** Rows of data in a block, with their places. */
interface SiftedBlock {
  rows: Cell[][];
  placeOf: (row: number, column: number) => Place;
}

/** Does something with every row of a block, and with the places of its cells. */
function eachRow({ rows, placeOf }: SiftedBlock, take: (row: Cell[], placeOf: PlaceOf) => void): void {
  let at = 0;
  const place = (column: number) => placeOf(at, column);
  for (; at < rows.length; at++) take(rows[at]!, place);
}

async function* readBlocks(
  blocks: AsyncIterable<SiftedBlock>,
  read: (cells: Cell[], placeOf: PlaceOf) => Cell[],
): AsyncGenerator<Cell[][]> {
  for await (const block of blocks) {
    const rows: Cell[][] = [];
    eachRow(block, (cells, placeOf) => rows.push(read(cells, placeOf)));
    yield rows;
  }
}

async function* siftedBlocks(large: LargeCsv, sieve: Sieve): AsyncGenerator<SiftedBlock> {
  let skip = large.above;
  for await (const block of csvBlocks(large.source)) {
    yield sieve.sift(block, skip);
    skip = Math.max(0, skip - block.rows.length);
  }
}

/** Takes the rows of data out of those of a file. */
class Sieve {
  readonly #quotes = new QuoteFaults();
  readonly #check: RowCheck;
  readonly #asides: Asides;
  readonly #empty = new EmptyRows();
  readonly #width: number;
  #isCut = false;

  constructor(headers: readonly Header[], adding: boolean) {
    this.#width = headers.length;
    this.#check = new RowCheck(headers.length);
    this.#asides = new Asides(headers, adding);
  }

  sift(block: CsvBlock, skip: number): SiftedBlock {
    for (const fault of block.faults) this.#quotes.add(fault);
    this.#isCut = block.breaksOff && (block.rows.at(-1)?.length ?? 0) < this.#width;
    const [rows, found]: [Cell[][], number[]] = [[], []];
    let row = skip;
    const placeOf = (column: number) => block.placeOf(row, column);
    for (; row < block.rows.length; row++) {
      if (!this.#check.takes(block.rows[row]!, placeOf)) continue;
      const cells = filledCells(block.rows[row]!);
      if (!this.#asides.takes(cells, placeOf) || !this.#empty.takes(cells, placeOf)) continue;
      rows.push(cells);
      found.push(row);
    }
    return { rows, placeOf: (at, column) => block.placeOf(found[at]!, column) };
  }

  get units() {
    return this.#asides.units;
  }

  get hasTotals() {
    return this.#asides.hasTotals;
  }

  problems({ problems }: LargeCsv): Problem[] {
    return [
      ...this.#quotes.problems(),
      ...problems,
      ...this.#check.problems(this.#isCut),
      ...this.#asides.problems(),
      ...this.#empty.problems(),
    ];
  }
}
