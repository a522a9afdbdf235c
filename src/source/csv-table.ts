import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import { type CsvText, parseCsv, separatorOf } from './csv.ts';
import { headerRow } from './header-row.ts';
import type { RawTable } from './raw-table.ts';
import { type PlaceOf, Told, toldOneByOne } from './told.ts';

/** Signs in one cell; a spreadsheet takes a third of it. */
const longest = 100_000;

export interface CsvNotes {
  separator?: string;
  /** Line of the names, from 1; found when not told. */
  headerRow?: number;
}

/** A row as programs write it, cells of white space empty. */
export function filledCells(row: readonly string[]): Cell[] {
  return row.map((cell) => (cell === '' || cell.trim() === '' ? null : bare(cell)));
}

/** Without the blanks that fill a column, and what makes Excel take a number for text: `="00123"`, or a tab. */
function bare(cell: string): string {
  const first = cell.charCodeAt(0);
  if (first <= 32 || cell.charCodeAt(cell.length - 1) <= 32) return cell.replace(/^[ \t]+|[ \t]+$/g, '');
  return first === 61 && /^="[^"]+"$/.test(cell) ? cell.slice(2, -1) : cell;
}

/** The row of the names among the first rows of a file; -1 when there is none. */
export function topOf(csv: CsvText, notes: CsvNotes): number {
  const line = notes.headerRow;
  if (line === undefined) return headerRow(csv.rows);
  return csv.rows.findIndex((_, row) => (csv.placeOf(row, 0).line ?? 0) >= line);
}

/** What is told of lines that stand above the names: nothing is left out without a word. */
export function aboveNames(csv: CsvText, top: number, notes: CsvNotes): Problem[] {
  if (top < 1 || notes.headerRow !== undefined) return [];
  const kind = { zh: '列名之前的说明', en: 'notes above the column names' };
  return [problem('left-out-rows', csv.placeOf(0, 0), { kind, count: top })];
}

/** Quotes that are not as they should be, as they come by. */
export class QuoteFaults {
  readonly #after = new Told();
  readonly #open: Problem[] = [];

  add({ kind, place }: CsvText['faults'][number]): void {
    if (kind === 'open-quote') this.#open.push(problem(kind, place, {}));
    else
      this.#after.add(
        () => place,
        0,
        (at) => problem(kind, at, {}),
      );
  }

  problems(): Problem[] {
    const more = (place: Place, count: number) => problem('more-bad-quotes', place, { more: count });
    return [...this.#after.problems(more), ...this.#open];
  }
}

/** Rows below the names as they come by: those with more or fewer cells, or with a book in a cell, are told and left out. */
export class RowCheck {
  readonly #expected: number;
  readonly #huge: Problem[] = [];
  readonly #bad: { place: Place; found: number }[] = [];
  #count = 0;
  /** Rows that are perhaps notes and that no other row has followed so far. */
  #tail: { first: Place; count: number } | undefined;

  constructor(expected: number) {
    this.#expected = expected;
  }

  takes(row: readonly string[], placeOf: PlaceOf): boolean {
    const long = row.findIndex((cell) => cell.length > longest);
    if (long >= 0) {
      const length = row[long]!.length;
      this.#huge.push(problem('huge-cell', placeOf(long), { length, limit: longest }));
      return false;
    }
    if (row.length === this.#expected) {
      this.#tail = undefined;
      return true;
    }
    this.#count++;
    if (!isNote(row, this.#expected)) this.#tail = undefined;
    else if (this.#tail) this.#tail.count++;
    else this.#tail = { first: placeOf(0), count: 1 };
    if (this.#bad.length <= toldOneByOne) {
      const place = placeOf(row.length > this.#expected ? this.#expected : 0);
      this.#bad.push({ place, found: row.length });
    }
    return false;
  }

  /** `isCut`: the file stops in the middle of its last row, as one does whose download broke off. */
  problems(isCut: boolean): Problem[] {
    const expected = this.#expected;
    const notes = isCut ? undefined : this.#tail;
    const count = this.#count - (notes?.count ?? 0);
    const told = this.#bad.slice(0, Math.min(toldOneByOne, count)).map(({ place, found }, index) => {
      const isLast = isCut && index === count - 1;
      return problem(isLast ? 'cut-row' : 'bad-row', place, { expected, found });
    });
    const more = count - toldOneByOne;
    return [
      ...this.#huge,
      ...told,
      ...(more > 0 ? [problem('more-bad-rows', this.#bad[toldOneByOne]!.place, { more })] : []),
      ...(notes ? [problem('left-out-rows', notes.first, { kind: below, count: notes.count })] : []),
    ];
  }
}

const below = { zh: '表格之后的说明', en: 'notes below the rows' };

const note = /^[-=—*]{3,}|^(共|注|备注|说明|以上|数据|来源|导出|截至|统计)|^\p{Script=Han}+[:：]/u;

/** A line like `共 2 笔记录`: a few cells where a row has many. Anything else there is the rest of a row. */
function isNote(row: readonly string[], expected: number): boolean {
  return row.length * 3 <= expected && note.test(row[0]!.trim());
}

/** The separator of a file: as told, by its name, else as its first line has it. */
export function separatorIn(file: string, text: string, notes: CsvNotes): string {
  return notes.separator ?? (/\.tsv(\.(gz|zst))?$/i.test(file) ? '\t' : separatorOf(text));
}

/** The first row has the names; rows with more or fewer cells are told and left out. */
export function csvTable(file: string, text: string, notes: CsvNotes): RawTable {
  return rawTable(parseCsv(file, text, separatorIn(file, text, notes)), text, notes);
}

/** The table that `text` was cut into. */
export function rawTable(csv: CsvText, text: string, notes: CsvNotes): RawTable {
  const quotes = new QuoteFaults();
  for (const fault of csv.faults) quotes.add(fault);
  const top = topOf(csv, notes);
  const header = csv.rows[top] ?? [];
  const check = new RowCheck(header.length);
  const good = csv.rows.flatMap((row, index) =>
    top >= 0 && index > top && check.takes(row, (column) => csv.placeOf(index, column)) ? [index] : [],
  );
  const isCut = (csv.rows.at(-1)?.length ?? 0) < header.length && !/[\r\n]$/.test(text);
  return {
    headers: header.map((name, column) => ({ text: name, place: csv.placeOf(top, column) })),
    rows: good.map((index) => filledCells(csv.rows[index]!)),
    placeOf: (row, column) => csv.placeOf(good[row]!, column),
    problems: [...quotes.problems(), ...aboveNames(csv, top, notes), ...check.problems(isCut)],
  };
}
