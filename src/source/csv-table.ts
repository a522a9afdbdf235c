import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { problem } from '../problems/problem.ts';
import { type CsvText, parseCsv, separatorOf } from './csv.ts';
import { headerRow } from './header-row.ts';
import type { RawTable } from './raw-table.ts';

/** Problems of one kind that are told one by one; the rest is counted. */
export const toldOneByOne = 5;

/** Signs in one cell; a spreadsheet takes a third of it. */
const longest = 100_000;

export interface CsvNotes {
  separator?: string;
  /** Line of the names, from 1; found when not told. */
  headerRow?: number;
}

/** The first row has the names; rows with more or fewer cells are told and left out. */
export function csvTable(file: string, text: string, notes: CsvNotes): RawTable {
  const separator = notes.separator ?? (/\.tsv(\.(gz|zst))?$/i.test(file) ? '\t' : separatorOf(text));
  const csv = parseCsv(file, text, separator);
  const line = notes.headerRow;
  const top =
    line === undefined
      ? headerRow(csv.rows)
      : csv.rows.findIndex((_, row) => (csv.placeOf(row, 0).line ?? 0) >= line);
  const header = csv.rows[top] ?? [];
  const good: number[] = [];
  const bad: { place: Place; found: number }[] = [];
  const huge: Problem[] = [];
  csv.rows.forEach((row, index) => {
    if (top < 0 || index <= top) return;
    const long = row.findIndex((cell) => cell.length > longest);
    if (long >= 0)
      huge.push(
        problem('huge-cell', csv.placeOf(index, long), { length: row[long]!.length, limit: longest }),
      );
    else if (row.length === header.length) good.push(index);
    else
      bad.push({
        place: csv.placeOf(index, row.length > header.length ? header.length : 0),
        found: row.length,
      });
  });
  return {
    headers: header.map((name, column) => ({ text: name, place: csv.placeOf(top, column) })),
    rows: good.map((index) => csv.rows[index]!.map((cell) => (cell.trim() === '' ? null : cell))),
    placeOf: (row, column) => csv.placeOf(good[row]!, column),
    problems: [
      ...csv.faults.map(({ kind, place }) => problem(kind, place, {})),
      ...above(csv, line === undefined ? top : 0),
      ...huge,
      ...badRows(bad, header.length, isCut(csv, text, header.length)),
    ],
  };
}

/** Lines that stand above the names are told: nothing is left out without a word. */
function above(csv: CsvText, count: number): Problem[] {
  if (count < 1) return [];
  const kind = { zh: '列名之前的说明', en: 'notes above the column names' };
  return [problem('left-out-rows', csv.placeOf(0, 0), { kind, count })];
}

/** Whether the file stops in the middle of its last row, as one does whose download broke off. */
function isCut(csv: CsvText, text: string, expected: number): boolean {
  return (csv.rows.at(-1)?.length ?? 0) < expected && !/[\r\n]$/.test(text);
}

function badRows(bad: { place: Place; found: number }[], expected: number, cut: boolean): Problem[] {
  const told = bad
    .slice(0, toldOneByOne)
    .map(({ place, found }, index) =>
      cut && index === bad.length - 1
        ? problem('cut-row', place, { expected, found })
        : problem('bad-row', place, { expected, found }),
    );
  const more = bad.length - told.length;
  const next = bad[toldOneByOne];
  return next ? [...told, problem('more-bad-rows', next.place, { more })] : told;
}
