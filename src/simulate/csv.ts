/** A cell to write: `null` becomes an empty field. */
export type Field = string | number | boolean | null;

/** Rows as CSV (RFC 4180, line ends as `\n`, UTF-8 without a byte order mark). */
export function csv(columns: readonly string[], rows: readonly (readonly Field[])[]): string {
  const lines = [columns, ...rows].map((row) => row.map(field).join(','));
  return `${lines.join('\n')}\n`;
}

function field(value: Field): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
