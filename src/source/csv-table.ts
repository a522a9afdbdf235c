import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { problem } from '../problems/problem.ts';
import { parseCsv, separatorOf } from './csv.ts';
import type { RawTable } from './raw-table.ts';

/** Problems of one kind that are told one by one; the rest is counted. */
export const toldOneByOne = 5;

export interface CsvNotes {
  separator?: string;
  /** Line of the names, from 1; by default the first that is not blank. */
  headerRow?: number;
}

/** The first row has the names; rows with more or fewer cells are told and left out. */
export function csvTable(file: string, text: string, notes: CsvNotes): RawTable {
  const separator = notes.separator ?? (file.toLowerCase().endsWith('.tsv') ? '\t' : separatorOf(text));
  const csv = parseCsv(file, text, separator);
  const line = notes.headerRow ?? 1;
  const top = csv.rows.findIndex((_, row) => (csv.placeOf(row, 0).line ?? 0) >= line);
  const header = csv.rows[top] ?? [];
  const good: number[] = [];
  const bad: { place: Place; found: number }[] = [];
  csv.rows.forEach((row, index) => {
    if (top < 0 || index <= top) return;
    if (row.length === header.length) good.push(index);
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
      ...badRows(bad, header.length),
    ],
  };
}

function badRows(bad: { place: Place; found: number }[], expected: number): Problem[] {
  const told = bad
    .slice(0, toldOneByOne)
    .map(({ place, found }) => problem('bad-row', place, { expected, found }));
  const more = bad.length - told.length;
  const next = bad[toldOneByOne];
  return next ? [...told, problem('more-bad-rows', next.place, { more })] : told;
}
