/** Values of a report as lists: for a person, with what stands behind each; for a program, with everything. */
import { formatNumber } from '../../base/number-format.ts';
import type { Book, BookValue } from '../../report/book.ts';
import { entryWords } from '../../words/entry-words.ts';
import type { Context } from '../command.ts';
import { measureTextWidth, padText } from '../terminal.ts';

function formatTag({ name }: BookValue): string {
  return `<Value of="${name.replaceAll('"', '&quot;')}" />`;
}

/** Nothing rounded, nothing cut. */
export function formatValuesJson({ values }: Book): string {
  const list = Object.values(values).map((value) => {
    const { name, text, unit, direction, points, interval, lineage } = value;
    const { rows, account, formula, note, period, filter, tables } = lineage;
    const series = points.map(
      ({ key, label, group, value: number, text: shown, numerator, denominator, n }) => ({
        key,
        label,
        ...(group !== undefined && { group }),
        value: number,
        text: shown,
        ...(numerator !== undefined && { numerator }),
        ...(denominator !== undefined && { denominator }),
        n,
      }),
    );
    return {
      name,
      value: value.value,
      text,
      unit,
      direction,
      formula,
      tables,
      rows,
      ...(period && { period }),
      ...(filter !== undefined && { filter }),
      ...(interval && { interval }),
      ...(lineage.numerator && { numerator: lineage.numerator.value }),
      ...(lineage.denominator && { denominator: lineage.denominator.value }),
      ...(series.length > 0 && { series }),
      ...(account && { account }),
      ...(note !== undefined && { note }),
      tag: formatTag(value),
    };
  });
  return JSON.stringify(list, null, 2);
}

export function formatValuesTable({ values }: Book, context: Context): string {
  const { words, terminal } = context;
  const { name, text, tag } = words.valueColumns;
  const all = Object.values(values);
  if (all.length === 0) return words.noValues;
  const rows = [[name, text, tag], ...all.map((value) => [value.name, value.text, formatTag(value)])];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => measureTextWidth(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => padText(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const [head = '', ...listed] = lines;
  const blocks = listed.flatMap((line, at) => [
    line,
    ...listDetails(all[at]!, context).map((detail) => terminal.colours.dim(`    ${detail}`)),
  ]);
  return [terminal.colours.bold(head), ...blocks].join('\n');
}

/** More members are looked at in a figure, or as JSON. */
const mostMembers = 6;

/** Series, interval, rows and note, where there are any. */
function listDetails({ points, interval, lineage }: BookValue, { language }: Context): string[] {
  const words = entryWords[language];
  const members = points
    .slice(0, mostMembers)
    .map(({ label, group, text }) => `${label}${group === undefined ? '' : ` ${group}`} ${text}`);
  const { account, note, rows } = lineage;
  const count = (number: number) => formatNumber(number, { unit: '', language, digits: 0 });
  const leftOut = account
    ? [
        ...(account.filtered > 0 ? [words.filtered(count(account.filtered))] : []),
        ...(account.outside > 0 ? [words.outside(count(account.outside))] : []),
        ...(account.undated > 0 ? [words.undated(count(account.undated))] : []),
        ...account.blank.map((one) => words.blank(one.column, count(one.rows))),
      ]
    : [];
  const facts = [
    ...(interval ? [words.interval(interval.text)] : []),
    ...(lineage.kind === 'metric' ? [words.rows(count(countUsed(rows, account)))] : []),
    ...(leftOut.length > 0 ? [words.leftOut(leftOut.join(words.join))] : []),
    ...(note === undefined ? [] : [note]),
  ];
  return [
    ...(members.length > 0 ? [words.series(members.join(words.join), points.length - members.length)] : []),
    ...(facts.length > 0 ? [facts.join(words.between)] : []),
  ];
}

/** Rows with a number: those read, but for the ones in which the only column measured is blank. */
function countUsed(rows: number, account: BookValue['lineage']['account']): number {
  const [blank, ...others] = account?.blank ?? [];
  if (!account || !blank || others.length > 0) return rows;
  return Math.min(rows, account.rows - account.filtered - account.outside - blank.rows);
}
