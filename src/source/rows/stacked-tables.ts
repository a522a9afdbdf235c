import { classifyCell, hasOnlyWords, isCommentRow, isEmptyCell, isEmptyRow, type Row } from './row-shape.ts';

/** Rows between blank lines and comments. */
interface Block {
  size: number;
  /** Whether it has a row that is no title. */
  isOpen: boolean;
  /** Whether a comment stands right above it. */
  isCommented: boolean;
}

/** The first row of a block below its titles, of which the row below says whether it is names. */
interface FirstRow<At> {
  block: Block;
  row: Row;
  at: At;
  /** First row of what belongs to it: titles and comments above the names. */
  start: At;
  /** The last row of several cells above it. */
  last: Row | undefined;
}

/** Columns of the lines above a table that say where it is from: `账户,abc`. */
const metadataWidth = 2;

/** Rows at which the tables of a file begin, when it holds several. The first is always 0. */
export function findTableStarts(rows: readonly Row[], isAfterGap: (row: number) => boolean): number[] {
  const finder = new TableFinder<number>();
  for (const [at, row] of rows.entries()) finder.observe(row, isAfterGap(at), () => at);
  finder.finish();
  return [0, ...finder.tables.slice(1).map(({ start }) => start)];
}

/**
 * Finds the tables of a file while its rows come by: names below a blank line or a comment that are not those of the table
 * above, with rows of their own.
 */
export class TableFinder<At> {
  readonly tables: FirstRow<At>[] = [];
  #block: Block = { size: 0, isOpen: false, isCommented: false };
  #first: FirstRow<At> | undefined;
  #above: Row = [];
  #last: Row | undefined;
  /** Where the titles begin that stand right above. */
  #titles: { at: At } | undefined;

  /** Looks at the next row; `at` is asked only where a table may begin. */
  observe(row: Row, isAfterGap: boolean, at: () => At): void {
    const isComment = isCommentRow(row);
    const isBlank = isComment || isEmptyRow(row);
    const isCut = this.#block.size > 0 && (isAfterGap || isCutOtherwise(row, this.#above));
    this.#decide(row, isBlank || isCut);
    const { size, isCommented } = this.#block;
    const isAfterComment = isBlank && (isComment || (size === 0 && isCommented));
    if (isBlank || isCut) this.#block = { size: 0, isOpen: false, isCommented: isAfterComment };
    if (!isBlank) this.#block.size++;
    if (isTitle(row)) this.#titles ??= { at: at() };
    else {
      if (!isBlank && !this.#block.isOpen) this.#first = this.#createFirst(row, at());
      this.#titles = undefined;
    }
    this.#above = row;
    if (row.length > 1 && getWidth(row) > 1) this.#last = row;
  }

  /** After the last row. */
  finish(): void {
    this.#decide(undefined, true);
  }

  #createFirst(row: Row, at: At): FirstRow<At> {
    this.#block.isOpen = true;
    return { block: this.#block, row, at, start: this.#titles ? this.#titles.at : at, last: this.#last };
  }

  /** `endsBlock`: the row below belongs to another block. */
  #decide(below: Row | undefined, endsBlock: boolean): void {
    const found = this.#first;
    this.#first = undefined;
    if (!found || !isTableNames(found, below, endsBlock)) return;
    const before = this.tables.at(-1);
    if (before && isMetadata(before, found)) this.tables.pop();
    const above = this.tables.at(-1);
    if (above && !isOtherTable(found, above.row)) return;
    if (this.tables[0] && isSameRow(this.tables[0].row, found.row)) return;
    this.tables.push(found);
  }
}

/** Whether the first row of a block is names: it has rows, or it stands alone below a comment. */
function isTableNames(
  { row, block }: FirstRow<unknown>,
  below: Row | undefined,
  endsBlock: boolean,
): boolean {
  if (isNamesRow(row, below)) return true;
  const width = getWidth(row);
  const isAlone = block.isCommented && endsBlock && width > 1 && hasOnlyWords(row);
  return isAlone && !row.slice(0, width).some(isEmptyCell);
}

/** Whether a row could be the names of another table than the one above: other words over its numbers, or of another width. */
function isOtherTable({ row, last }: FirstRow<unknown>, names: Row): boolean {
  if (isSameRow(row, names)) return false;
  if (getWidth(row) !== getWidth(names)) return true;
  return row.some((cell, column) => classifyCell(cell) === 'word' && isMeasure(last?.[column]));
}

/** Whether a row is one of names: words without a gap, two at least, and numbers or days in the row below. */
function isNamesRow(row: Row, below: Row | undefined): boolean {
  const width = getWidth(row);
  if (width < 2 || row.slice(0, width).some(isEmptyCell) || !hasOnlyWords(row)) return false;
  return below !== undefined && getWidth(below) <= width && below.some(isMeasure);
}

function isMeasure(cell: Row[number] | undefined): boolean {
  const kind = classifyCell(cell);
  return kind === 'number' || kind === 'day';
}

/** Cells up to the last that is filled. */
function getWidth(row: Row): number {
  return row.findLastIndex((cell) => !isEmptyCell(cell)) + 1;
}

function isSameRow(one: Row, other: Row): boolean {
  const width = Math.max(one.length, other.length);
  const text = (row: Row, column: number) => String(row[column] ?? '').trim();
  return Array.from({ length: width }, (_, column) => column).every(
    (at) => text(one, at) === text(other, at),
  );
}

/** Whether a row has other cells than the one above it without a blank line: few of them may have lost a separator. */
function isCutOtherwise(row: Row, above: Row): boolean {
  return row.length !== above.length && row.length > 2;
}

/** Two columns right above a wide table say where it is from, and are no table. */
function isMetadata(before: FirstRow<unknown>, { row, block }: FirstRow<unknown>): boolean {
  return (
    !block.isCommented &&
    getWidth(before.row) === metadataWidth &&
    getWidth(row) > metadataWidth + 1 &&
    before.block.size <= 10
  );
}

function isTitle(row: Row): boolean {
  return getWidth(row) === 1 && !row.some(isMeasure);
}
