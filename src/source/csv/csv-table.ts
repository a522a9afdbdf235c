import type { Place } from '../../base/place.ts';
import { type Problem, sampleLimit } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import { stripPadding } from '../cells/cell-padding.ts';
import { type GetPlace, ProblemSampler } from '../cells/problem-sampler.ts';
import { isNoteRow, isShortNote, notesBelow } from '../rows/note-rows.ts';
import { type RawTable, withoutEmptyTables } from '../rows/raw-table.ts';
import { isEmptyCell, isEmptyRow } from '../rows/row-shape.ts';
import { findTableStarts } from '../rows/stacked-tables.ts';
import type { NameOptions } from '../rows/table-top.ts';
import { findTotalLabel, parseTotalLabel } from '../rows/total-labels.ts';
import { isConflictMark } from '../text-faults.ts';
import { findDeclaredRow, readCsvTop } from './csv-top.ts';
import { detectSeparator } from './detect-separator.ts';
import { type CsvText, parseCsv } from './parse-csv.ts';

/** Signs in one cell; a spreadsheet takes a third of it. */
const maxCellLength = 100_000;

export interface CsvOptions extends NameOptions {
  separator?: string;
}

/** A row as programs write it, cells of white space empty. */
export function toCells(row: readonly string[]): Cell[] {
  return row.map((cell) => (cell === '' ? null : stripPadding(cell) || null));
}

/** Quotes that are not as they should be, as they come by. */
export class QuoteCheck {
  readonly #after = new ProblemSampler();
  readonly #open: Problem[] = [];

  add({ kind, place }: CsvText['faults'][number]): void {
    if (kind === 'open-quote') this.#open.push(createProblem(kind, place, {}));
    else
      this.#after.add(
        () => place,
        0,
        (at) => createProblem(kind, at, {}),
      );
  }

  listProblems(): Problem[] {
    const more = (place: Place, count: number) => createProblem('more-bad-quotes', place, { more: count });
    return [...this.#after.listProblems(more), ...this.#open];
  }
}

/** Rows below the names as they come by: those with more or fewer cells, or with a book in a cell, are problems and left out. */
export class RowWidthCheck {
  readonly #expected: number;
  readonly #surplus: number;
  readonly #huge: Problem[] = [];
  readonly #bad: { place: Place; found: number }[] = [];
  #count = 0;
  /** The first mark of a merge. */
  #conflict: Problem | undefined;
  /** Rows that are perhaps notes and that no other row has followed so far. */
  #tail: { first: Place; count: number } | undefined;
  #totals: { first: Place; count: number } | undefined;

  /** `surplus`: empty cells that rows of this file have behind the expected ones. */
  constructor(expected: number, surplus = 0) {
    this.#expected = expected;
    this.#surplus = surplus;
  }

  /** The row as the table takes it; undefined when it is left out. */
  fit(row: readonly string[], getPlace: GetPlace): readonly string[] | undefined {
    const long = row.findIndex((cell) => cell.length > maxCellLength);
    if (long >= 0) {
      const length = row[long]!.length;
      this.#huge.push(createProblem('huge-cell', getPlace(long), { length, limit: maxCellLength }));
      return undefined;
    }
    const fitted = row.length === this.#expected ? row : this.#cutSurplus(row);
    if (fitted) {
      if (this.#tail && !isEmptyRow(fitted) && !isNoteRow(fitted)) this.#tail = undefined;
      return fitted;
    }
    if (row.length < this.#expected && findTotalLabel(row)) {
      this.#totals = { first: this.#totals?.first ?? getPlace(0), count: (this.#totals?.count ?? 0) + 1 };
      return undefined;
    }
    if (isConflictMark(row)) {
      const written = row[0]!.slice(0, 40);
      this.#conflict ??= createProblem('merge-conflict', getPlace(0), { written, end: 0 });
      return undefined;
    }
    this.#count++;
    if (!isShortNote(row, this.#expected)) this.#tail = undefined;
    else if (this.#tail) this.#tail.count++;
    else this.#tail = { first: getPlace(0), count: 1 };
    if (this.#bad.length <= sampleLimit) {
      const place = getPlace(row.length > this.#expected ? this.#expected : 0);
      this.#bad.push({ place, found: row.length });
    }
    return undefined;
  }

  /** Without the cells behind the last name, where these are empty, or one of them names a total whose own cell is empty. */
  #cutSurplus(row: readonly string[]): readonly string[] | undefined {
    if (row.length <= this.#expected) return undefined;
    const behind = row.slice(this.#expected);
    const kept = row.slice(0, this.#expected);
    if (behind.every(isEmptyCell)) return behind.length <= this.#surplus ? kept : undefined;
    const label = behind.length === 1 && isEmptyCell(row[0]) ? parseTotalLabel(behind[0]!.trim()) : undefined;
    return label ? [behind[0]!, ...kept.slice(1)] : undefined;
  }

  /** `isCut`: the file stops in the middle of its last row, as one does whose download broke off. */
  listProblems(isCut: boolean): Problem[] {
    const expected = this.#expected;
    const notes = isCut ? undefined : this.#tail;
    const count = this.#count - (notes?.count ?? 0);
    const problems = this.#bad.slice(0, Math.min(sampleLimit, count)).map(({ place, found }, index) => {
      const isLast = isCut && index === count - 1;
      return createProblem(isLast ? 'cut-row' : 'bad-row', place, { expected, found });
    });
    const more = count - sampleLimit;
    return [
      ...(this.#conflict ? [this.#conflict] : []),
      ...this.#huge,
      ...problems,
      ...(more > 0 ? [createProblem('more-bad-rows', this.#bad[sampleLimit]!.place, { more })] : []),
      ...(notes
        ? [createProblem('left-out-rows', notes.first, { kind: notesBelow, count: notes.count })]
        : []),
      ...(this.#totals
        ? [createProblem('left-out-rows', this.#totals.first, { kind: totals, count: this.#totals.count })]
        : []),
    ];
  }
}

const totals = { zh: '合计', en: 'totals' };

/** The separator of a file: as declared, by its name, else as its lines have it. */
export function resolveSeparator(file: string, text: string, notes: CsvOptions): string {
  return notes.separator ?? (isTabbed(file, text) ? '\t' : detectSeparator(text));
}

function isTabbed(file: string, text: string): boolean {
  return /\.tsv(\.(gz|zst))?$/i.test(file) && text.slice(0, 100_000).includes('\t');
}

/** The tables of a file, one for most. Names stand above the rows; rows with more or fewer cells are problems and left out. */
export function parseCsvTables(file: string, text: string, notes: CsvOptions): RawTable[] {
  const csv = parseCsv(file, text, resolveSeparator(file, text, notes));
  const parts = splitCsv(csv, notes);
  const quotes = new QuoteCheck();
  for (const fault of csv.faults) quotes.add(fault);
  const tables = parts.map((part, at) => {
    const isLast = at === parts.length - 1;
    const breaksOff = isLast && !/[\r\n]$/.test(text);
    const table = buildRawTable(part, breaksOff, at === 0 ? notes : { isFurther: true });
    return at === 0 ? { ...table, problems: [...quotes.listProblems(), ...table.problems] } : table;
  });
  return withoutEmptyTables(tables);
}

/** A text of several tables, each as a text of its own; of rows above those that tables.yaml says are names, nothing is kept. */
export function splitCsv(csv: CsvText, notes: CsvOptions): [CsvText, ...CsvText[]] {
  const top = findFirstRow(csv, notes);
  const gaps = new Set(csv.gaps);
  const starts = findTableStarts(csv.rows.slice(top), (row) => gaps.has(row + top));
  if (starts.length === 1) return [csv];
  const ends = [...starts.slice(1), csv.rows.length - top].map((end) => end + top);
  return [
    sliceCsv(csv, 0, ends[0]!),
    ...starts.slice(1).map((from, at) => sliceCsv(csv, from + top, ends[at + 1]!)),
  ];
}

/** The first row among which tables are looked for: that which tables.yaml says is names; behind all when it is not there. */
export function findFirstRow(csv: CsvText, { headerRow }: CsvOptions): number {
  const top = headerRow === undefined ? 0 : findDeclaredRow(csv, headerRow);
  return top < 0 ? csv.rows.length : top;
}

function sliceCsv(csv: CsvText, from: number, to: number): CsvText {
  return {
    ...csv,
    rows: csv.rows.slice(from, to),
    getPlace: (row, column) => csv.getPlace(row + from, column),
  };
}

/** One table of a text. `breaksOff`: the text does not end in a line end. */
export function buildRawTable(csv: CsvText, breaksOff: boolean, notes: CsvOptions): RawTable {
  const { headers, data, surplus, problems } = readCsvTop(csv, notes);
  const check = new RowWidthCheck(headers.length, surplus);
  const [rows, found]: [Cell[][], number[]] = [[], []];
  for (let row = data; row < csv.rows.length; row++) {
    const fitted = check.fit(csv.rows[row]!, (column) => csv.getPlace(row, column));
    if (!fitted) continue;
    rows.push(toCells(fitted));
    found.push(row);
  }
  const isCut = breaksOff && (csv.rows.at(-1)?.length ?? 0) < headers.length;
  return {
    headers,
    rows,
    getPlace: (row, column) => csv.getPlace(found[row]!, column),
    problems: [...problems, ...check.listProblems(isCut)],
  };
}
