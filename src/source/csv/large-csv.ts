import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Cell, StreamedRows } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Header } from '../cells/column-headers.ts';
import type { GetPlace } from '../cells/problem-sampler.ts';
import { NonDataRows } from '../rows/non-data-rows.ts';
import { EmptyRows } from '../rows/raw-table.ts';
import { TableTyping, type TypingContext } from '../rows/typed-table.ts';
import { type CsvBlock, type CsvSource, EncodingError, readCsvBlocks } from './csv-stream.ts';
import { QuoteCheck, RowWidthCheck, toCells } from './csv-table.ts';

/** A large file of which the names are known. */
export interface LargeCsv {
  source: CsvSource;
  headers: readonly Header[];
  /** Rows up to the names, these included. */
  above: number;
  /** Of the rows above the names. */
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
    const typing = new TableTyping(headers, context);
    const first = new DataRowFilter(headers, false);
    for await (const block of readDataBlocks(large, first)) {
      typing.units = first.units;
      forEachRow(block, (cells, getPlace) => typing.observe(cells, getPlace));
    }
    const reader = typing.resolve(first.listProblems(large).length === 0);
    if (reader.columns.length === 0)
      return {
        columns: [],
        blocks: createEmptyBlocks(),
        problems: () => [...first.listProblems(large), ...reader.problems()],
      };
    const second = new DataRowFilter(headers, first.hasTotals);
    return {
      columns: reader.columns,
      blocks: readBlocks(readDataBlocks(large, second), reader.read),
      problems: () => [...second.listProblems(large), ...reader.problems()],
    };
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    const encodingProblem = createProblem('not-utf8', error.place, { encoding: large.source.encoding });
    return { columns: [], blocks: createEmptyBlocks(), problems: () => [encodingProblem] };
  }
}

async function* createEmptyBlocks(): AsyncGenerator<Cell[][]> {}

/** Rows of data in a block, with their places. */
interface DataBlock {
  rows: Cell[][];
  getPlace: (row: number, column: number) => Place;
}

/** Does something with every row of a block, and with the places of its cells. */
function forEachRow({ rows, getPlace }: DataBlock, take: (row: Cell[], getPlace: GetPlace) => void): void {
  let at = 0;
  const place = (column: number) => getPlace(at, column);
  for (; at < rows.length; at++) take(rows[at]!, place);
}

async function* readBlocks(
  blocks: AsyncIterable<DataBlock>,
  read: (cells: Cell[], getPlace: GetPlace) => Cell[],
): AsyncGenerator<Cell[][]> {
  for await (const block of blocks) {
    const rows: Cell[][] = [];
    forEachRow(block, (cells, getPlace) => rows.push(read(cells, getPlace)));
    yield rows;
  }
}

async function* readDataBlocks(large: LargeCsv, filter: DataRowFilter): AsyncGenerator<DataBlock> {
  let skip = large.above;
  for await (const block of readCsvBlocks(large.source)) {
    yield filter.filterBlock(block, skip);
    skip = Math.max(0, skip - block.rows.length);
  }
}

/** Takes the rows of data out of those of a file. */
class DataRowFilter {
  readonly #quotes = new QuoteCheck();
  readonly #check: RowWidthCheck;
  readonly #nonDataRows: NonDataRows;
  readonly #empty = new EmptyRows();
  readonly #width: number;
  #isCut = false;

  constructor(headers: readonly Header[], adding: boolean) {
    this.#width = headers.length;
    this.#check = new RowWidthCheck(headers.length);
    this.#nonDataRows = new NonDataRows(headers, adding);
  }

  filterBlock(block: CsvBlock, skip: number): DataBlock {
    for (const fault of block.faults) this.#quotes.add(fault);
    this.#isCut = block.breaksOff && (block.rows.at(-1)?.length ?? 0) < this.#width;
    const [rows, found]: [Cell[][], number[]] = [[], []];
    let row = skip;
    const getPlace = (column: number) => block.getPlace(row, column);
    for (; row < block.rows.length; row++) {
      if (!this.#check.accepts(block.rows[row]!, getPlace)) continue;
      const cells = toCells(block.rows[row]!);
      if (!this.#nonDataRows.accepts(cells, getPlace) || !this.#empty.accepts(cells, getPlace)) continue;
      rows.push(cells);
      found.push(row);
    }
    return { rows, getPlace: (at, column) => block.getPlace(found[at]!, column) };
  }

  get units() {
    return this.#nonDataRows.units;
  }

  get hasTotals() {
    return this.#nonDataRows.hasTotals;
  }

  listProblems({ problems }: LargeCsv): Problem[] {
    return [
      ...this.#quotes.listProblems(),
      ...problems,
      ...this.#check.listProblems(this.#isCut),
      ...this.#nonDataRows.listProblems(),
      ...this.#empty.listProblems(),
    ];
  }
}
