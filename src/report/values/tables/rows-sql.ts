/** Rows that were computed as SQL, for tags that select from them. */
import { quoteSqlName, quoteSqlText } from '../../../base/quoting.ts';
import type { Cell, ColumnType } from '../../../base/source-table.ts';
import type { QueryResult } from '../../../data/engine.ts';

const sqlTypes: Record<ColumnType, string> = {
  text: 'VARCHAR',
  number: 'DOUBLE',
  integer: 'BIGINT',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamp: 'TIMESTAMPTZ',
};

export function buildRowsSql({ columns, rows }: QueryResult): string {
  const names = columns.map(
    ({ name, type }, at) => `CAST(c${at} AS ${sqlTypes[type]}) AS ${quoteSqlName(name)}`,
  );
  const cells = rows.map((row) => `(${columns.map(({ name }) => quoteCell(row[name] ?? null)).join(', ')})`);
  const aliases = columns.map((_, at) => `c${at}`).join(', ');
  // Without rows there is nothing to tell the number of columns by.
  const values = cells.length > 0 ? cells.join(', ') : `(${columns.map(() => 'NULL').join(', ')})`;
  const tail = cells.length > 0 ? '' : ' WHERE false';
  return `SELECT ${names.join(', ')} FROM (VALUES ${values}) AS lines(${aliases})${tail}`;
}

function quoteCell(cell: Cell): string {
  if (cell === null) return 'NULL';
  return typeof cell === 'string' ? quoteSqlText(cell) : String(cell);
}
