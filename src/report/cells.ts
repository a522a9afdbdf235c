import type { Language } from '../base/language.ts';
import type { Cell, SourceColumn } from '../base/source-table.ts';

type Described = Pick<SourceColumn, 'type' | 'unit'>;

/**
 * A column of cells as a table shows it: numbers of one column alike (decimals, thousands), times without seconds,
 * 是/否 for truth, `—` for nothing. Years have no comma.
 */
export function showColumn(cells: readonly Cell[], column: Described, language: Language): string[] {
  const format = numberFormat(cells, column);
  return cells.map((cell) => {
    if (cell === null || cell === '') return '—';
    if (typeof cell === 'boolean') return truth[language][cell ? 0 : 1];
    if (typeof cell === 'number') return format.format(cell).replace('-', '\u2212');
    return column.type === 'timestamp' ? cell.replace('T', ' ').replace(/^(.{16}).*$/, '$1') : cell;
  });
}

const truth: Record<Language, [string, string]> = { zh: ['是', '否'], en: ['yes', 'no'] };

const currencies = new Set(['元', '英镑', '美元', '欧元']);

function numberFormat(cells: readonly Cell[], { unit }: Described): Intl.NumberFormat {
  const numbers = cells.filter((cell) => typeof cell === 'number');
  const digits = currencies.has(unit) ? 2 : Math.max(0, ...numbers.map(decimals));
  const grouped = unit !== '' || digits > 0 || !numbers.every(isYear);
  return new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: grouped,
  });
}

/** A column of nothing but years is one of labels, not of counts. */
function isYear(number: number): boolean {
  return number >= 1900 && number <= 2100;
}

/** Decimals a number needs, two at most. */
function decimals(number: number): number {
  const rounded = Math.round(number * 100);
  return rounded % 100 === 0 ? 0 : rounded % 10 === 0 ? 1 : 2;
}

/** Rows of cells, shown column by column. */
export function showRows(
  rows: readonly (readonly Cell[])[],
  columns: readonly Described[],
  language: Language,
): string[][] {
  const shown = columns.map((column, at) =>
    showColumn(
      rows.map((row) => row[at] ?? null),
      column,
      language,
    ),
  );
  return rows.map((_row, at) => shown.map((column) => column[at]!));
}
