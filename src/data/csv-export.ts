import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { quoteCsvField, quoteSqlName } from '../base/quoting.ts';
import { guardCell } from '../base/safety/spreadsheet-cell.ts';
import type { Cell } from '../base/source-table.ts';
import { moveInside, openInside } from '../files/door.ts';
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

/**
 * Writes a table for download, `<folder>/<table>.csv`, as UTF-8 CSV with a byte order mark (Excel needs it for Chinese), in the order of the
 * file, headers as the team wrote them, instants in the report's zone. Personal columns are left out. Row by row, so that size costs no memory; beside the old file until it is whole.
 */
export async function writeTableCsv(
  engine: Engine,
  table: EngineTable,
  folder: string,
): Promise<WrittenFile> {
  const columns = listPublicColumns(table);
  const names = columns.map((column) => quoteSqlName(column.name)).join(', ');
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
  const put = (rows: readonly (readonly Cell[])[], mark = ''): boolean => {
    const text = `${mark}${formatCsv(rows, guard)}`;
    hash.update(text);
    return file.write(text);
  };
  put([columns.map((column) => column.header)], '\uFEFF');
  try {
    if (names) {
      await engine.stream(`select ${names} from ${quoteSqlName(table.name)}`, async (rows) => {
        if (!put(rows)) await once(file, 'drain');
      });
    }
  } finally {
    file.end();
    await done;
  }
  await moveInside(folder, half, name);
  return { bytes: file.bytesWritten, sha256: hash.digest('hex'), guarded };
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
