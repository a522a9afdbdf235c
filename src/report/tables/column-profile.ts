import type { Language } from '../../base/language.ts';
import type { Cell, SourceColumn } from '../../base/source-table.ts';
import type { Profile } from '../../data/profile-columns.ts';
import { reportWords } from '../../words/report-words.ts';
import type { ColumnProfile } from '../book.ts';
import { formatColumn } from './format-cells.ts';

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
  const [low = '', high = ''] = formatColumn([min, max], column, language).map((text) =>
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
