import type { Language } from '../base/language.ts';
import type { Cell, SourceColumn } from '../base/source-table.ts';
import type { Profile } from '../data/profile.ts';
import { reportWords } from '../words/report.ts';
import type { ColumnProfile } from './book.ts';
import { showColumn } from './cells.ts';

const shownValues = 4;
const longest = 16;
/** Height of the tallest bar. */
const tall = 100;

/** A column's profile as the data page prints it. */
export function columnProfile(
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
    .slice(0, shownValues)
    .map((value) => shortened(shownValue(value, column, language)));
  const told = ordered
    ? range(min, max, column, language)
    : listed.length > 0
      ? words.valuesOf(listed, distinct)
      : words.different(distinct, distinct === rows - missing);
  return {
    missing: missing === 0 ? '' : percent(share),
    values: distinct === 0 ? '—' : told,
    bars: counts.map((count) => (count === 0 ? 0 : Math.max(1, Math.round((count / most) * tall)))),
    ordered,
  };
}

/** Less than 0.1 % is not nothing. */
function percent(share: number): string {
  return share < 0.001 ? '<0.1%' : `${Number((share * 100).toFixed(1))}%`;
}

function range(min: Cell, max: Cell, column: SourceColumn, language: Language): string {
  const [low = '', high = ''] = showColumn([min, max], column, language).map((text) =>
    column.type === 'timestamp' ? text.slice(0, 10) : text,
  );
  return low === high ? low : reportWords[language].range(low, high);
}

function shownValue(value: string, { type }: SourceColumn, language: Language): string {
  return type === 'boolean' ? showColumn([value === 'true'], { type, unit: '' }, language)[0]! : value;
}

function shortened(text: string): string {
  const signs = [...text];
  return signs.length > longest ? `${signs.slice(0, longest).join('')}…` : text;
}
