/** What the card of a value says: the short form of its entry in the ledger. */
import { posix } from 'node:path';
import { formatLevel } from '../../base/number-format.ts';
import type { BookDataset, BookValue } from '../../report/book.ts';
import { findExactText } from '../../report/values/exact-text.ts';
import { valueWords } from '../../words/value-words.ts';
import type { PageContext } from '../html/page-context.ts';

/** A label, and what it says. */
export type Fact = [label: string, text: string];

/** More files than so many are counted, not named. */
const mostFiles = 3;

export function listValueFacts(value: BookValue, context: PageContext): Fact[] {
  const { lineage, interval, target, attainment } = value;
  const { ledger: words, colon, period } = context.words;
  const { intervalName } = valueWords[context.book.language];
  const { metric, kind } = lineage;
  const facts: [string, string | undefined][] = [
    [words.kind[kind], metric && metric.name !== value.name ? metric.name : undefined],
    // A team's own query is long: its entry has it.
    [words.formula, kind === 'sql' ? undefined : lineage.formula],
    [words.worked, formatWorked(value)],
    [words.exact, findExactText(value, context.book.language)],
    [interval ? intervalName(formatLevel(interval.level)) : '', interval?.text],
    [words.target, target?.text],
    [words.attainment, target?.apart ? undefined : attainment?.text],
    [words.period, lineage.period && period(lineage.period.from, lineage.period.to)],
    [words.filter, lineage.filter],
    [words.tables, `${lineage.tables.join(context.words.separator)}${colon}${countRows(value, context)}`],
    [words.files, listFileNames(value, context).join(context.words.separator)],
  ];
  return facts.filter((fact): fact is Fact => fact[1] !== undefined && fact[1] !== '');
}

/** The formula with its numbers in it, where one line says it. */
export function formatWorked({ lineage }: BookValue): string | undefined {
  const { worked, numerator, denominator } = lineage;
  return worked ?? (numerator && denominator && `${numerator.text} ÷ ${denominator.text}`);
}

/** Rows used, and those left out with the reasons. */
function countRows({ lineage }: BookValue, { words }: PageContext): string {
  return lineage.account?.text ?? words.ledger.rowCount(lineage.rows);
}

/** The files of its tables, by name, with the sheet and what their team says of them. */
export function listFileNames({ lineage }: BookValue, { book }: PageContext): string[] {
  const datasets = book.datasets.filter(({ name }) => lineage.tables.includes(name));
  const [open, close] = valueWords[book.language].brackets;
  const describe = ({ file, sheet, source }: BookDataset) => {
    const own = posix.basename(file) + (sheet ? ` · ${sheet}` : '');
    return source ? `${own}${open}${source}${close}` : own;
  };
  const names =
    datasets.length > 0 ? datasets.map(describe) : lineage.files.map(({ path }) => posix.basename(path));
  const distinct = [...new Set(names)];
  return distinct.length > mostFiles ? [...distinct.slice(0, mostFiles), '…'] : distinct;
}
