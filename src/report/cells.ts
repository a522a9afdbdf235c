import type { Language } from '../base/language.ts';
import type { Cell, SourceColumn } from '../base/source-table.ts';

/** A cell as a table shows it: thousands separated, times without seconds, 是/否 for truth. */
export function showCell(
  cell: Cell,
  column: Pick<SourceColumn, 'type' | 'unit'>,
  language: Language,
): string {
  if (cell === null || cell === '') return '—';
  if (typeof cell === 'boolean') return truth[language][cell ? 0 : 1];
  if (typeof cell === 'number') return showNumber(cell, column);
  return column.type === 'timestamp' ? cell.replace('T', ' ').replace(/^(.{16}).*$/, '$1') : cell;
}

const truth: Record<Language, [string, string]> = { zh: ['是', '否'], en: ['yes', 'no'] };

/** Fractions print with at most two digits; years and identifiers (unit-less integers below 10 000) without a comma. */
function showNumber(value: number, { type, unit }: Pick<SourceColumn, 'type' | 'unit'>): string {
  const money = unit === '元';
  const digits = money ? 2 : Number.isInteger(value) ? 0 : 2;
  const grouped = type !== 'integer' || unit !== '' || Math.abs(value) >= 10_000;
  return new Intl.NumberFormat('en-US', {
    minimumFractionDigits: money ? 2 : 0,
    maximumFractionDigits: digits,
    useGrouping: grouped,
  })
    .format(value)
    .replace('-', '\u2212');
}
