import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { quoteCsvField, quoteSqlName } from '../base/quoting.ts';
import { guardCell } from '../base/safety/spreadsheet-cell.ts';
import type { Cell } from '../base/source-table.ts';
import { moveInside, openInside } from '../files/door.ts';
import { limitRows, openCsvLines } from './csv-lines.ts';
import type { Engine, EngineTable } from './engine.ts';

/**
 * Rows as CSV (RFC 4180, `\n`); every cell with a separator, a quote, a line break or white space at an end is quoted.
 * `guard` gives a text as it is written; only texts are asked about: a number is one by its type.
 */
export function formatCsv(
  rows: readonly (readonly Cell[])[],
  guard: (text: string) => string = (text) => text,
): string {
  const formatCell = (cell: Cell): string => {
    if (cell === null) return '';
    return quoteCsvField(typeof cell === 'string' ? guard(cell) : String(cell));
  };
  return rows.map((row) => `${row.map(formatCell).join(',')}\n`).join('');
}

/** Columns that may be shown: all but personal ones. */
export function listPublicColumns(table: EngineTable): EngineTable['columns'] {
  return table.columns.filter((column) => !column.personal);
}

/** What was written for download. */
export interface WrittenFile {
  bytes: number;
  sha256: string;
  /** Cells with an apostrophe before them, since a spreadsheet would take them for formulas. */
  guarded: number;
}

/** From so many rows on the engine makes the lines. */
const largeTable = 20_000;

/**
 * Writes a table for download, `<folder>/<table>.csv`, as UTF-8 CSV with a byte order mark (Excel needs it for Chinese), in the order of the
 * file, headers as the team wrote them, instants in the report's zone. Personal columns are left out. Block by block, so that size costs no memory; beside the old file until it is whole.
 */
export async function writeTableCsv(
  engine: Engine,
  table: EngineTable,
  folder: string,
  large = largeTable,
): Promise<WrittenFile> {
  const columns = listPublicColumns(table);
  const name = `${table.name}.csv`;
  const half = `${name}.${process.pid}.part`;
  const file = openInside(folder, half);
  // Listened to from the start: a disk that is full may fail at any piece.
  const done = finished(file);
  done.catch(() => undefined);
  const hash = createHash('sha256');
  let guarded = 0;
  const guard = (text: string): string => {
    const safe = guardCell(text);
    if (safe !== text) guarded++;
    return safe;
  };
  const put = async (text: string): Promise<void> => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    if (!file.write(bytes)) await once(file, 'drain');
  };
  try {
    await put(`\uFEFF${formatCsv([columns.map((column) => column.header)], guard)}`);
    const lines = table.rows < large ? undefined : await openCsvLines(engine, table, columns);
    for await (const block of lines ?? [{ from: 0 }]) {
      if ('text' in block) await put(block.text);
      else await streamRows(engine, table, block, (rows) => put(formatCsv(rows, guard)));
    }
  } finally {
    file.end();
    await done;
  }
  await moveInside(folder, half, name);
  return { bytes: file.bytesWritten, sha256: hash.digest('hex'), guarded };
}

/** Rows of all public columns, from one to another or all. */
async function streamRows(
  engine: Engine,
  table: EngineTable,
  { from, to }: { from: number; to?: number },
  take: (rows: Cell[][]) => Promise<void>,
): Promise<void> {
  const names = listPublicColumns(table).map((column) => quoteSqlName(column.name));
  if (names.length === 0) return;
  const all = `select ${names.join(', ')} from ${quoteSqlName(table.name)}`;
  await engine.stream(to === undefined ? all : `${all} where ${limitRows(from, to)}`, take);
}

/** The first rows of a table, without personal columns. */
export async function readSampleRows(engine: Engine, table: EngineTable, count: number): Promise<Cell[][]> {
  const columns = listPublicColumns(table);
  if (columns.length === 0) return [];
  const names = columns.map((column) => quoteSqlName(column.name)).join(', ');
  const { rows } = await engine.query(
    `select ${names} from ${quoteSqlName(table.name)} limit ${Math.trunc(count)}`,
    { isOwn: true },
  );
  return rows.map((row) => columns.map((column) => row[column.name] ?? null));
}
