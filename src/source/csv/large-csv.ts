import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Cell, StreamedRows } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Header } from '../cells/column-headers.ts';
import type { GetPlace } from '../cells/problem-sampler.ts';
import { NonDataRows } from '../rows/non-data-rows.ts';
import { EmptyRows } from '../rows/raw-table.ts';
import { TableFinder } from '../rows/stacked-tables.ts';
import { TableTyping, type TypingContext } from '../rows/typed-table.ts';
import { type CsvBlock, type CsvSource, EncodingError, readCsvBlocks } from './csv-stream.ts';
import { QuoteCheck, RowWidthCheck, toCells } from './csv-table.ts';

/** A large file of which the names are known. */
export interface LargeCsv {
  source: CsvSource;
  headers: readonly Header[];
  /** Rows up to the names, these included. */
  above: number;
  /** The first row among which tables are looked for; those above it tables.yaml says are none. */
  top: number;
  /** Empty cells that rows have behind those of the names. */
  surplus: number;
  /** Of the rows above the names. */
  problems: readonly Problem[];
  context: TypingContext;
}

/**
 * Reads a large file as a small one is read, with the same parts, block by block: once to see what its columns are,
 * and once for its rows. What it takes does not depend on the number of rows.
 */
export async function openLargeCsv(large: LargeCsv): Promise<StreamedRows> {
  try {
    let { typing, filter: first } = await observeRows(large, false);
    // Which rows are data is then another thing.
    if (first.isUnclear) ({ typing, filter: first } = await observeRows(large, true));
    const reader = typing.resolve(first.listProblems(large).length === 0);
    if (reader.columns.length === 0)
      return {
        columns: [],
        blocks: createEmptyBlocks(),
        problems: () => [...first.listProblems(large), ...reader.problems()],
      };
    const second = new DataRowFilter(large, first.needsSums);
    return {
      columns: reader.columns,
      blocks: readBlocks(readDataBlocks(large, second), reader.read),
      problems: () => [...second.listProblems(large), ...reader.problems()],
    };
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    const { problem } = error;
    return { columns: [], blocks: createEmptyBlocks(), problems: () => [problem] };
  }
}

/** Goes through the rows once, to see what the columns are. */
async function observeRows(
  large: LargeCsv,
  adding: boolean,
): Promise<{ typing: TableTyping; filter: DataRowFilter }> {
  const typing = new TableTyping(large.headers, large.context);
  const filter = new DataRowFilter(large, adding);
  for await (const block of readDataBlocks(large, filter)) {
    typing.units = filter.units;
    forEachRow(block, (cells, getPlace) => typing.observe(cells, getPlace));
  }
  return { typing, filter };
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
  let before = 0;
  for await (const block of readCsvBlocks(large.source)) {
    yield filter.filterBlock(block, Math.max(0, large.above - before), Math.max(0, large.top - before));
    before += block.rows.length;
  }
  yield filter.finish();
}

/** A row of a block that waits for those below it. */
interface WaitingRow {
  block: CsvBlock;
  row: number;
  cells: Cell[];
}

/** Takes the rows of data out of those of a file. */
class DataRowFilter {
  readonly #quotes = new QuoteCheck();
  readonly #check: RowWidthCheck;
  readonly #nonDataRows: NonDataRows<WaitingRow>;
  readonly #empty = new EmptyRows();
  readonly #tables = new TableFinder<Place>();
  readonly #width: number;
  #isCut = false;
  /** A blank line at the end of a block stands before the first row of the next. */
  #endsWithGap = false;

  constructor({ headers, surplus }: LargeCsv, adding: boolean) {
    this.#width = headers.length;
    this.#check = new RowWidthCheck(headers.length, surplus);
    this.#nonDataRows = new NonDataRows(headers, adding);
  }

  /** `skip`: rows up to the names; `top`: the first of them among which tables are looked for. */
  filterBlock(block: CsvBlock, skip: number, top: number): DataBlock {
    for (const fault of block.faults) this.#quotes.add(fault);
    this.#isCut = block.breaksOff && (block.rows.at(-1)?.length ?? 0) < this.#width;
    const found: WaitingRow[] = [];
    const seeRow = this.#lookForTables(block, top);
    let row = 0;
    const getPlace = (column: number) => block.getPlace(row, column);
    for (; row < block.rows.length; row++) {
      seeRow(row + 1);
      // What belongs to another table would be taken for cells of this one.
      if (this.#tables.tables.length > 1) break;
      if (row < skip) continue;
      const fitted = this.#check.fit(block.rows[row]!, getPlace);
      if (!fitted) continue;
      const cells = toCells(fitted);
      const at = row;
      const accepted = this.#nonDataRows.accepts(cells, getPlace, () => ({
        token: { block, row: at, cells },
        getPlace: (column) => block.getPlace(at, column),
      }));
      if (this.#nonDataRows.released.length > 0) this.#takeReleased(found);
      if (accepted && this.#empty.accepts(cells, getPlace)) found.push({ block, row, cells });
    }
    return toDataBlock(found);
  }

  /** Looks for tables at the rows of a block in order; a row is looked at before the one above it is taken. */
  #lookForTables(block: CsvBlock, top: number): (row: number) => void {
    const gaps = new Set(block.gaps);
    let row = top;
    const getPlace = () => block.getPlace(row, 0);
    const see = (to: number) => {
      for (; row <= to && row < block.rows.length; row++) {
        this.#tables.observe(block.rows[row]!, gaps.has(row) || (row === 0 && this.#endsWithGap), getPlace);
      }
    };
    see(0);
    this.#endsWithGap = gaps.has(block.rows.length);
    return see;
  }

  /** What was held until the last row. */
  finish(): DataBlock {
    const found: WaitingRow[] = [];
    this.#tables.finish();
    this.#nonDataRows.finish();
    this.#takeReleased(found);
    return toDataBlock(found);
  }

  get units() {
    return this.#nonDataRows.units;
  }

  get needsSums() {
    return this.#nonDataRows.needsSums;
  }

  get isUnclear() {
    return this.#nonDataRows.isUnclear;
  }

  listProblems({ problems }: LargeCsv): Problem[] {
    const second = this.#tables.tables[1]?.at;
    return [
      ...this.#quotes.listProblems(),
      ...problems,
      ...this.#check.listProblems(this.#isCut),
      ...this.#nonDataRows.listProblems(),
      ...this.#empty.listProblems(),
      ...(second ? [createProblem('second-table', second, {})] : []),
    ];
  }

  /** Rows that were held, in their order. */
  #takeReleased(found: WaitingRow[]): void {
    for (const one of this.#nonDataRows.released.splice(0)) {
      if (this.#empty.accepts(one.cells, (column) => one.block.getPlace(one.row, column))) found.push(one);
    }
  }
}

function toDataBlock(found: readonly WaitingRow[]): DataBlock {
  return {
    rows: found.map(({ cells }) => cells),
    getPlace: (at, column) => found[at]!.block.getPlace(found[at]!.row, column),
  };
}
