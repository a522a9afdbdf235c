/** A text as a field of CSV (RFC 4180): quoted when it holds a comma, a quote or a line break, or white space at an end. */
export function quoteCsvField(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** SQL without its comments, and without what its texts say. */
export function blankSqlTexts(sql: string): string {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, ' ');
}

/** A name as SQL takes it, whatever it holds: `"online-retail"`. */
export function quoteSqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL takes it: `'it''s'`. */
export function quoteSqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
