/** A text as a field of CSV (RFC 4180): quoted when it holds a comma, a quote or a line break, or white space at an end. */
export function quoteCsvField(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
