import type { Language } from '../../base/language.ts';
import { resolveColumnDigits } from '../../base/registry/shown-digits.ts';
import type { Cell, SourceColumn } from '../../base/source-table.ts';
import type { Profile } from '../../data/profile-columns.ts';
import { reportWords } from '../../words/report-words.ts';
import type { ColumnProfile } from '../book.ts';

type TypedColumn = Pick<SourceColumn, 'type' | 'unit' | 'display'>;

/** `exact`: as handed in, two decimals at most, where the data themselves are shown. */
export type CellStyle = 'shown' | 'exact';

/**
 * A column of cells as a table shows it: numbers of one column alike (decimals, thousands), times without seconds,
 * 是/否 for truth, `—` for nothing. Years have no comma.
 */
export function formatColumn(
  cells: readonly Cell[],
  column: TypedColumn,
  language: Language,
  style: CellStyle = 'shown',
): string[] {
  const format = createNumberFormat(cells, column, style);
  return cells.map((cell) => {
    if (cell === null || cell === '') return '—';
    if (typeof cell === 'boolean') return booleanWords[language][cell ? 0 : 1];
    if (typeof cell === 'number') return format.format(cell).replace('-', '\u2212');
    return column.type === 'timestamp' ? cell.replace('T', ' ').replace(/^(.{16}).*$/, '$1') : cell;
  });
}

const booleanWords: Record<Language, [string, string]> = { zh: ['是', '否'], en: ['yes', 'no'] };

const currencies = new Set(['元', '英镑', '美元', '欧元']);

function createNumberFormat(
  cells: readonly Cell[],
  { unit, display }: TypedColumn,
  style: CellStyle,
): Intl.NumberFormat {
  const numbers = cells.filter((cell) => typeof cell === 'number');
  const exact = currencies.has(unit) ? 2 : Math.max(0, ...numbers.map(countDecimals));
  const digits = style === 'exact' ? exact : (display?.digits ?? resolveColumnDigits(numbers, unit));
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
function countDecimals(number: number): number {
  const rounded = Math.round(number * 100);
  return rounded % 100 === 0 ? 0 : rounded % 10 === 0 ? 1 : 2;
}

/** Rows of cells, shown column by column. */
export function formatRows(
  rows: readonly (readonly Cell[])[],
  columns: readonly TypedColumn[],
  language: Language,
  style: CellStyle = 'shown',
): string[][] {
  const shown = columns.map((column, at) =>
    formatColumn(
      rows.map((row) => row[at] ?? null),
      column,
      language,
      style,
    ),
  );
  return rows.map((_row, at) => shown.map((column) => column[at]!));
}

const mostShownValues = 4;
const mostCharacters = 16;
/** Height of the tallest bar. */
const tallestBar = 100;

/** A column's profile as the data page prints it. */
export function buildColumnProfile(
  column: SourceColumn,
  { missing, distinct, min, max, frequent, counts }: Profile,
  rows: number,
  language: Language,
): ColumnProfile {
  const words = reportWords[language];
  const most = Math.max(0, ...counts);
  const share = rows === 0 ? 0 : missing / rows;
  const ordered = column.type !== 'text' && column.type !== 'boolean';
  const listed = frequent
    .slice(0, mostShownValues)
    .map((value) => shortenText(formatFrequentValue(value, column, language)));
  const valuesText = ordered
    ? formatRange(min, max, column, language)
    : listed.length > 0
      ? words.valuesOf(listed, distinct)
      : words.different(distinct, distinct === rows - missing);
  return {
    missing: missing === 0 ? '' : formatShare(share),
    values: distinct === 0 ? '—' : valuesText,
    bars: counts.map((count) => (count === 0 ? 0 : Math.max(1, Math.round((count / most) * tallestBar)))),
    ordered,
  };
}

/** Less than 0.1 % is not nothing. */
function formatShare(share: number): string {
  return share < 0.001 ? '<0.1%' : `${Number((share * 100).toFixed(1))}%`;
}

function formatRange(min: Cell, max: Cell, column: SourceColumn, language: Language): string {
  const [low = '', high = ''] = formatColumn([min, max], column, language, 'exact').map((text) =>
    column.type === 'timestamp' ? text.slice(0, 10) : text,
  );
  return low === high ? low : reportWords[language].range(low, high);
}

function formatFrequentValue(value: string, { type }: SourceColumn, language: Language): string {
  return type === 'boolean' ? formatColumn([value === 'true'], { type, unit: '' }, language)[0]! : value;
}

function shortenText(text: string): string {
  const signs = [...text];
  return signs.length > mostCharacters ? `${signs.slice(0, mostCharacters).join('')}…` : text;
}
