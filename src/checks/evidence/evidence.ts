import type { FormattedValue, TableRows } from '../../base/value-series.ts';
import type { Book, BookFigure, BookTable, BookValue } from '../../report/book.ts';
import { type ParsedNumber, parseNumbers } from './parsed-numbers.ts';

/** A number that the data of a figure or table bear out. */
export interface EvidenceNumber {
  value: number;
  unit: string;
  /** As shown; empty for sums, shares and counts, which nothing shows. */
  text: string;
}

/** All that stands in a figure or table, in the values it draws and in their goals; and what follows from its rows. */
export function collectEvidence(part: BookFigure | BookTable, book: Book): EvidenceNumber[] {
  const units = collectUnits(part, book);
  const values = part.of.map((name) => book.values[name]).filter((value) => value !== undefined);
  const goals = book.goals.filter(({ value }) => part.of.includes('goals') || part.of.includes(value));
  const texts = [
    'finding' in part ? part.finding : '',
    ...values.flatMap(({ short, interval }) => [short, interval?.text ?? '']),
    ...goals.flatMap((goal) =>
      [goal.baseline, goal.target, goal.actual, goal.attainment].map(({ text }) => text),
    ),
  ];
  return [
    ...texts.flatMap((text) => parseNumbers(text, units)),
    ...values.flatMap(listValueNumbers),
    ...part.data.columns.flatMap((_, at) => listColumnNumbers(part.data, at)),
    { value: 'total' in part ? part.total : part.data.rows.length, unit: '', text: '' },
    { value: part.of.length, unit: '', text: '' },
  ];
}

/** Units of the columns and values. */
export function collectUnits(part: BookFigure | BookTable, book: Book): Set<string> {
  const units = [
    ...part.data.columns.map(({ unit }) => unit),
    ...part.of.map((name) => book.values[name]?.unit ?? ''),
  ];
  return new Set(units.filter(Boolean));
}

function listValueNumbers({ unit, points, lineage, ...value }: BookValue): EvidenceNumber[] {
  const exact = (shown: FormattedValue | undefined, of: string): EvidenceNumber[] =>
    shown?.value == null ? [] : [{ value: Math.abs(shown.value), unit: of, text: shown.text }];
  return [
    ...[value, value.target, value.baseline, ...points].flatMap((shown) => exact(shown, unit)),
    ...exact(value.attainment, '%'),
    ...[lineage.numerator, lineage.denominator].flatMap((shown) => exact(shown, '')),
  ];
}

/** Its cells, how many different ones; of numbers also their sum, their shares in it and the way from first to last. */
function listColumnNumbers({ columns, rows }: TableRows, at: number): EvidenceNumber[] {
  const unit = columns[at]!.unit;
  const cells = rows.map((row) => row[at] ?? '');
  const written = cells.flatMap((cell) =>
    parseNumbers(cell, [unit]).map((one) => ({
      ...one,
      unit: one.unit || unit,
      text: one.text + (one.unit ? '' : unit && ` ${unit}`),
    })),
  );
  const counted = { value: new Set(cells).size, unit: '', text: '' };
  if (columns[at]!.align !== 'right') return [...written, counted];
  return [...written, counted, ...computeDerivedNumbers(written)];
}

function computeDerivedNumbers(cells: readonly EvidenceNumber[]): EvidenceNumber[] {
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return [];
  const { unit } = first;
  const sum = cells.reduce((all, { value }) => all + value, 0);
  const way = Math.abs(last.value - first.value);
  const numbers = [
    { value: sum, unit },
    { value: way, unit: unit === '%' ? '个百分点' : unit },
    ...(first.value === 0 ? [] : [{ value: (way / first.value) * 100, unit: '%' }]),
    ...(sum === 0 || cells.length > 12
      ? []
      : cells.map(({ value }) => ({ value: (value / sum) * 100, unit: '%' }))),
  ];
  return numbers.map((one) => ({ ...one, text: '' }));
}

/** What is written is true within its digits; 35% may stand for 0.35. */
export function supports(truth: EvidenceNumber, written: ParsedNumber): boolean {
  if (!isCompatibleUnit(truth.unit, written.unit)) return false;
  const scales = written.unit === '%' && truth.unit === '' ? [1, 100] : [1];
  return scales.some(
    (scale) => Math.abs(truth.value * scale - written.value) <= written.slack * (1 + 1e-9) + 1e-9,
  );
}

/** The same, or one unknown, or one a shorter way to say the other: 元 for 元/人. */
export function isCompatibleUnit(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
