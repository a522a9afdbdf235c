/** A cell to write: `null` becomes an empty field. */
export type Field = string | number | boolean | null;

/** Rows as CSV (RFC 4180, line ends as `\n`, UTF-8 without a byte order mark). */
export function csv(columns: readonly string[], rows: readonly (readonly Field[])[]): string {
  let text = line(columns);
  for (const row of rows) text += line(row);
  return text;
}

function line(row: readonly Field[]): string {
  let text = '';
  for (let at = 0; at < row.length; at++) text += at === 0 ? field(row[at]!) : `,${field(row[at]!)}`;
  return `${text}\n`;
}

function field(value: Field): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
