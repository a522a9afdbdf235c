import { quoteCsvField } from '../../base/quoting.ts';
import { guardCell } from '../../base/safety/spreadsheet-cell.ts';
import type { TableRows } from '../../base/value-series.ts';

/**
 * Rows as CSV after RFC 4180, with a byte order mark: without it Excel takes UTF-8 for GBK.
 * The unit stands in the head of its column. A text that a spreadsheet would compute gets an apostrophe.
 */
export function formatCsv({ columns, rows }: TableRows): string {
  const head = columns.map(({ label, unit }) => formatHead(label, unit));
  return `\uFEFF${[head, ...rows].map((row) => row.map((cell) => quoteCsvField(guardCell(cell))).join(',')).join('\r\n')}\r\n`;
}

const han = /\p{Script=Han}/u;

function formatHead(label: string, unit: string): string {
  if (!unit) return label;
  return han.test(label + unit) ? `${label}（${unit}）` : `${label} (${unit})`;
}
