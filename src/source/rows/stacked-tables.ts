import { classifyCell, hasOnlyWords, isCommentRow, isEmptyCell, isEmptyRow, type Row } from './row-shape.ts';

/** Rows between blank lines and comments. */
interface Block {
  start: number;
  end: number;
  /** Whether a comment stands right above it. */
  isCommented: boolean;
}

/** The names of a table that begins in a block. */
interface FoundTable {
  block: Block;
  row: number;
  /** First row of what belongs to it: titles and comments above the names. */
  start: number;
}

/** Columns of the lines above a table that say where it is from: `账户,abc`. */
const metadataWidth = 2;

/**
 * Rows at which the tables of a file begin, when it holds several: names below a blank line or a comment that are not those
 * of the table above, with rows of their own. The first is always 0.
 */
export function findTableStarts(rows: readonly Row[], isAfterGap: (row: number) => boolean): number[] {
  const tables: FoundTable[] = [];
  for (const block of listBlocks(rows, isAfterGap)) {
    const row = findNames(rows, block);
    if (row === undefined) continue;
    const before = tables.at(-1);
    if (before && isMetadata(rows, before, row, block)) tables.pop();
    const last = tables.at(-1);
    const first = tables[0];
    if (last && !isOtherTable(rows[row]!, { names: rows[last.row]!, last: findLastRow(rows, block.start) }))
      continue;
    if (first && isSameRow(rows[first.row]!, rows[row]!)) continue;
    tables.push({ block, row, start: findTitles(rows, block.start) });
  }
  return [0, ...tables.slice(1).map(({ start }) => start)];
}

/** Whether a row could be the names of another table than the one above: other words over its numbers, or of another width. */
export function isOtherTable(row: Row, above: { names: Row; last: Row | undefined }): boolean {
  if (isSameRow(row, above.names)) return false;
  if (getWidth(row) !== getWidth(above.names)) return true;
  return row.some((cell, column) => classifyCell(cell) === 'word' && isMeasure(above.last?.[column]));
}

/** Whether a row is one of names: words without a gap, two at least, and numbers or days in the row below. */
export function isNamesRow(row: Row, below: Row | undefined): boolean {
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

function listBlocks(rows: readonly Row[], isAfterGap: (row: number) => boolean): Block[] {
  const blocks: Block[] = [];
  let [start, isCommented] = [0, false];
  const close = (end: number) => {
    if (end > start) blocks.push({ start, end, isCommented });
  };
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const isComment = isCommentRow(row);
    if (isComment || isEmptyRow(row)) {
      close(at);
      [start, isCommented] = [at + 1, isComment || (at === start && isCommented)];
    } else if (at > start && (isAfterGap(at) || isCutOtherwise(row, rows[at - 1]!))) {
      close(at);
      [start, isCommented] = [at, false];
    }
  }
  close(rows.length);
  return blocks;
}

/** Whether a row has other cells than the one above it without a blank line: few of them may have lost a separator. */
function isCutOtherwise(row: Row, above: Row): boolean {
  return row.length !== above.length && row.length > 2;
}

/** The names in a block: its first row of several cells. After a comment they may stand alone. */
function findNames(rows: readonly Row[], { start, end, isCommented }: Block): number | undefined {
  const row = rows[start]!;
  if (isNamesRow(row, start + 1 < rows.length ? rows[start + 1] : undefined)) return start;
  const isAlone = isCommented && end === start + 1 && getWidth(row) > 1 && hasOnlyWords(row);
  return isAlone && !row.slice(0, getWidth(row)).some(isEmptyCell) ? start : undefined;
}

/** Two columns right above a wide table say where it is from, and are no table. */
function isMetadata(rows: readonly Row[], before: FoundTable, row: number, { isCommented }: Block): boolean {
  return (
    !isCommented &&
    getWidth(rows[before.row]!) === metadataWidth &&
    getWidth(rows[row]!) > metadataWidth + 1 &&
    before.block.end - before.block.start <= 10
  );
}

function findLastRow(rows: readonly Row[], end: number): Row | undefined {
  for (let at = end - 1; at >= 0; at--) {
    const row = rows[at]!;
    if (getWidth(row) > 1) return row;
  }
  return undefined;
}

/** Where the titles and comments above some names begin. */
function findTitles(rows: readonly Row[], start: number): number {
  let at = start;
  while (at > 0 && isTitle(rows[at - 1]!)) at--;
  return at;
}

function isTitle(row: Row): boolean {
  return getWidth(row) === 1 && !row.some(isMeasure);
}
