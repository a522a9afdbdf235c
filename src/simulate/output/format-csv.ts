import { quoteCsvField } from '../../base/quoting.ts';
import { formatTimestamp } from '../plan/term-calendar.ts';
import { getSqlType } from './column-sql-type.ts';

/** A cell to write: `null` becomes an empty field; a number in a column of times is a second of the term. */
export type Field = string | number | boolean | null;

/** Rows of a table as CSV (RFC 4180, line ends as `\n`, UTF-8 without a byte order mark). */
export function formatCsv(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Field[])[],
): string {
  const timed = columns.map((column) => getSqlType(table, column) === 'TIMESTAMPTZ');
  let text = formatLine(columns, timed);
  for (const row of rows) text += formatLine(row, timed);
  return text;
}

function formatLine(row: readonly Field[], timed: readonly boolean[]): string {
  let text = '';
  for (let at = 0; at < row.length; at++) {
    if (at > 0) text += ',';
    text += formatField(row[at]!, timed[at]!);
  }
  return `${text}\n`;
}

function formatField(value: Field, timed: boolean): string {
  if (value === null) return '';
  if (typeof value !== 'string')
    return timed && typeof value === 'number' ? formatTimestamp(value) : String(value);
  return quoteCsvField(value);
}
