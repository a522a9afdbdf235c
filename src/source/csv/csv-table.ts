import type { Place } from '../../base/place.ts';
import { type Problem, sampleLimit } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import { type GetPlace, ProblemSampler } from '../cells/problem-sampler.ts';
import { createNotesAboveProblem, findHeaderRow } from '../rows/header-row.ts';
import type { RawTable } from '../rows/raw-table.ts';
import { type CsvText, detectSeparator, parseCsv } from './parse-csv.ts';

/** Signs in one cell; a spreadsheet takes a third of it. */
const maxCellLength = 100_000;

export interface CsvOptions {
  separator?: string;
  /** Line of the names, from 1; found when not declared. */
  headerRow?: number;
}

/** A row as programs write it, cells of white space empty. */
export function toCells(row: readonly string[]): Cell[] {
  return row.map((cell) => (cell === '' || cell.trim() === '' ? null : stripPadding(cell)));
}

/** Without the blanks that fill a column, and what makes Excel take a number for text: `="00123"`, or a tab. */
function stripPadding(cell: string): string {
  const first = cell.charCodeAt(0);
  if (first <= 32 || cell.charCodeAt(cell.length - 1) <= 32) return cell.replace(/^[ \t]+|[ \t]+$/g, '');
  return first === 61 && /^="[^"]+"$/.test(cell) ? cell.slice(2, -1) : cell;
}

/** The row of the names among the first rows of a file; -1 when there is none. */
export function findCsvHeaderRow(csv: CsvText, notes: CsvOptions): number {
  const line = notes.headerRow;
  if (line === undefined) return findHeaderRow(csv.rows);
  return csv.rows.findIndex((_, row) => (csv.getPlace(row, 0).line ?? 0) >= line);
}

/** The problem of lines that stand above the names. */
export function checkRowsAboveHeader(csv: CsvText, top: number, notes: CsvOptions): Problem[] {
  if (top < 1 || notes.headerRow !== undefined) return [];
  return [createNotesAboveProblem(csv.getPlace(0, 0), top)];
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
  readonly #huge: Problem[] = [];
  readonly #bad: { place: Place; found: number }[] = [];
  #count = 0;
  /** Rows that are perhaps notes and that no other row has followed so far. */
  #tail: { first: Place; count: number } | undefined;

  constructor(expected: number) {
    this.#expected = expected;
  }

  accepts(row: readonly string[], getPlace: GetPlace): boolean {
    const long = row.findIndex((cell) => cell.length > maxCellLength);
    if (long >= 0) {
      const length = row[long]!.length;
      this.#huge.push(createProblem('huge-cell', getPlace(long), { length, limit: maxCellLength }));
      return false;
    }
    if (row.length === this.#expected) {
      this.#tail = undefined;
      return true;
    }
    this.#count++;
    if (!isNoteRow(row, this.#expected)) this.#tail = undefined;
    else if (this.#tail) this.#tail.count++;
    else this.#tail = { first: getPlace(0), count: 1 };
    if (this.#bad.length <= sampleLimit) {
      const place = getPlace(row.length > this.#expected ? this.#expected : 0);
      this.#bad.push({ place, found: row.length });
    }
    return false;
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
      ...this.#huge,
      ...problems,
      ...(more > 0 ? [createProblem('more-bad-rows', this.#bad[sampleLimit]!.place, { more })] : []),
      ...(notes
        ? [createProblem('left-out-rows', notes.first, { kind: notesBelow, count: notes.count })]
        : []),
    ];
  }
}

const notesBelow = { zh: '表格之后的说明', en: 'notes below the rows' };

const notePattern = /^[-=—*]{3,}|^(共|注|备注|说明|以上|数据|来源|导出|截至|统计)|^\p{Script=Han}+[:：]/u;

/** A line like `共 2 笔记录`: a few cells where a row has many. Anything else there is the rest of a row. */
function isNoteRow(row: readonly string[], expected: number): boolean {
  return row.length * 3 <= expected && notePattern.test(row[0]!.trim());
}

/** The separator of a file: as declared, by its name, else as its first line has it. */
export function resolveSeparator(file: string, text: string, notes: CsvOptions): string {
  return notes.separator ?? (/\.tsv(\.(gz|zst))?$/i.test(file) ? '\t' : detectSeparator(text));
}

/** The first row has the names; rows with more or fewer cells are problems and left out. */
export function parseCsvTable(file: string, text: string, notes: CsvOptions): RawTable {
  return buildRawTable(parseCsv(file, text, resolveSeparator(file, text, notes)), text, notes);
}

/** The table that `text` was cut into. */
export function buildRawTable(csv: CsvText, text: string, notes: CsvOptions): RawTable {
  const quotes = new QuoteCheck();
  for (const fault of csv.faults) quotes.add(fault);
  const top = findCsvHeaderRow(csv, notes);
  const header = csv.rows[top] ?? [];
  const check = new RowWidthCheck(header.length);
  const good = csv.rows.flatMap((row, index) =>
    top >= 0 && index > top && check.accepts(row, (column) => csv.getPlace(index, column)) ? [index] : [],
  );
  const isCut = (csv.rows.at(-1)?.length ?? 0) < header.length && !/[\r\n]$/.test(text);
  return {
    headers: header.map((name, column) => ({ text: name, place: csv.getPlace(top, column) })),
    rows: good.map((index) => toCells(csv.rows[index]!)),
    getPlace: (row, column) => csv.getPlace(good[row]!, column),
    problems: [
      ...quotes.listProblems(),
      ...checkRowsAboveHeader(csv, top, notes),
      ...check.listProblems(isCut),
    ],
  };
}
