import type { Place } from '../../base/place.ts';
import { createLineFinder } from '../line-finder.ts';

/** A CSV text cut into fields. Rows are as many as were written, blank lines left out. */
export interface CsvText {
  rows: string[][];
  /** Rows before which blank lines stand. */
  gaps: number[];
  /** Of field `column` (from 0) in row `row` (from 0), or of the row's end when there are fewer. */
  getPlace: (row: number, column: number) => Place;
  /** Quotes that never close, or text after one: with the place of the field. */
  faults: { kind: 'open-quote' | 'text-after-quote'; place: Place }[];
  /** Where a row begins that the text does not end; else the end of the text. */
  end: { offset: number; line: number };
}

interface CsvPart {
  /** Line at which the text begins, from 1. */
  line?: number;
  /** More text follows: a last row without its end is left for it. */
  more?: boolean;
}

/** RFC 4180 with any one-character separator, or blanks in any number; line ends are `\n`, `\r\n` or `\r`. */
export function parseCsv(
  file: string,
  text: string,
  separator: string,
  { line = 1, more = false }: CsvPart = {},
): CsvText {
  const reader = new CsvReader(text, separator);
  const end = reader.read(more);
  const starts = new Uint32Array(reader.starts);
  const firsts = new Uint32Array([...reader.firsts, starts.length]);
  const findLine = createLineFinder(text);
  const placeAt = (offset: number) => {
    const found = findLine(offset);
    return { file, line: found.line + line - 1, column: found.column };
  };
  return {
    rows: reader.rows,
    gaps: reader.gaps,
    getPlace: (row, column) => placeAt(starts[Math.min(firsts[row]! + column, firsts[row + 1]! - 1)] ?? 0),
    faults: reader.faults.map(({ kind, at }) => ({ kind, place: placeAt(at) })),
    end: { offset: end, line: line + countLineEnds(text, end) },
  };
}

class CsvReader {
  readonly rows: string[][] = [];
  readonly gaps: number[] = [];
  /** Offset of every field, row after row, and the number of the first field of each row. */
  readonly starts: number[] = [];
  readonly firsts: number[] = [];
  readonly faults: { kind: 'open-quote' | 'text-after-quote'; at: number }[] = [];
  readonly #text: string;
  readonly #separator: string;
  readonly #plainEnd: RegExp;
  #at = 0;

  constructor(text: string, separator: string) {
    this.#text = text;
    this.#separator = separator;
    this.#plainEnd = new RegExp(`[${separator === '|' ? '\\|' : separator}\\r\\n]`, 'g');
  }

  /** Offset at which it stopped. */
  read(more: boolean): number {
    while (this.#at < this.#text.length) {
      const [begin, first, faultsBefore] = [this.#at, this.starts.length, this.faults.length];
      const row = this.#readRow();
      if (more && this.#at === this.#text.length && !this.#isWhole(faultsBefore)) {
        this.starts.length = first;
        this.faults.length = faultsBefore;
        return begin;
      }
      if (row.length === 1 && row[0] === '') {
        this.starts.length = first;
        if (this.gaps.at(-1) !== this.rows.length) this.gaps.push(this.rows.length);
      } else {
        this.rows.push(row);
        this.firsts.push(first);
      }
    }
    return this.#at;
  }

  /** Whether the row that reaches the end of the text ends there, whatever follows. */
  #isWhole(faultsBefore: number): boolean {
    const isOpen = this.faults.slice(faultsBefore).some(({ kind }) => kind === 'open-quote');
    return this.#text.endsWith('\n') && !isOpen;
  }

  #readRow(): string[] {
    const row: string[] = [];
    this.#skipBlanks();
    for (;;) {
      this.starts.push(this.#at);
      row.push(this.#text[this.#at] === '"' ? this.#readQuoted() : this.#readPlain());
      if (this.#text[this.#at] !== this.#separator) break;
      this.#at++;
      this.#skipBlanks();
      // Blanks at the end of a line begin no cell.
      if (this.#separator === ' ' && /^[\r\n]?$/.test(this.#text[this.#at] ?? '')) break;
    }
    if (this.#text[this.#at] === '\r') this.#at++;
    if (this.#text[this.#at] === '\n') this.#at++;
    return row;
  }

  /** Where blanks separate, one is as good as many. */
  #skipBlanks(): void {
    if (this.#separator === ' ') while (this.#text[this.#at] === ' ') this.#at++;
  }

  #readPlain(): string {
    this.#plainEnd.lastIndex = this.#at;
    const end = this.#plainEnd.test(this.#text) ? this.#plainEnd.lastIndex - 1 : this.#text.length;
    const field = this.#text.slice(this.#at, end);
    this.#at = end;
    return field;
  }

  #readQuoted(): string {
    const start = this.#at;
    let end = start + 1;
    for (;;) {
      end = this.#text.indexOf('"', end);
      if (end < 0 || this.#text[end + 1] !== '"') break;
      end += 2;
    }
    if (end < 0) {
      this.faults.push({ kind: 'open-quote', at: start });
      this.#at = this.#text.length;
      return this.#text.slice(start + 1);
    }
    this.#at = end + 1;
    const rest = this.#readPlain();
    if (rest.trim() !== '') this.faults.push({ kind: 'text-after-quote', at: start });
    return this.#text.slice(start + 1, end).replaceAll('""', '"') + rest.trim();
  }
}

/** Line ends before an offset. */
function countLineEnds(text: string, end: number): number {
  let count = 0;
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
    return count;
  }
  for (const _ of text.slice(0, end).matchAll(/\r\n|\n|\r/g)) count++;
  return count;
}
