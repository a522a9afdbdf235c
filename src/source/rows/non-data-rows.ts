import type { Bilingual } from '../../base/language.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Header } from '../cells/column-headers.ts';
import { toHalfWidth } from '../cells/number-formats.ts';
import type { GetPlace } from '../cells/problem-sampler.ts';
import { isNoteRow, notesBelow } from './note-rows.ts';
import type { RawTable } from './raw-table.ts';
import { classifyCell, isEmptyRow, type Row } from './row-shape.ts';
import { findTotalLabel, type TotalLabel } from './total-labels.ts';
import { TotalsCheck } from './total-rows.ts';

/** A row of which the rows below it say whether it is one of data. */
interface HeldRow<Token> {
  kind: 'note' | 'unnamed-total' | 'blank';
  row: Row;
  getPlace: GetPlace;
  token: Token;
}

/**
 * Rows that a spreadsheet has for its readers, and that are no data, as rows come by: left out, with a problem. A note, and
 * a total without a name, are such only at the end: they are held until a row of data follows.
 */
export class NonDataRows<Token> {
  readonly #headers: readonly Header[];
  readonly #counts = new Map<NonDataKind, { first: Place; count: number }>();
  readonly #sums: TotalsCheck | undefined;
  /** Units that the row below the names gives, by column. */
  units: (string | undefined)[] | undefined;
  /** Rows that were held and are rows of data, which come before the next: to be taken away by whom they are for. */
  released: Token[] = [];
  /** Whether there is a row of which only sums say whether it is a total. */
  #isUnclear = false;
  #held: HeldRow<Token>[] = [];
  #kept: { label: TotalLabel; place: Place } | undefined;
  /** Words for totals in rows that were none. */
  readonly #dataWords = new Set<string>();
  #atTop = true;

  /** `adding`: totals are held against the rows; it takes time, and only a file that has some needs it. */
  constructor(headers: readonly Header[], adding: boolean) {
    this.#headers = headers;
    this.#sums = adding ? new TotalsCheck(headers.map(({ text }) => text)) : undefined;
  }

  /** Whether a row is one of data. `hold`: what stands for it when it is held, and given back in `released` if it is. */
  accepts(row: Row, getPlace: GetPlace, hold: () => { token: Token; getPlace: GetPlace }): boolean {
    if (this.#atTop) this.units = findUnits(row);
    const kind = this.#atTop && this.units ? 'units' : this.#findKind(row, getPlace);
    this.#atTop = false;
    if (kind !== undefined) {
      this.#count(kind, getPlace);
      return false;
    }
    const heldAs = findHeldKind(row);
    if (heldAs) {
      if (heldAs === 'unnamed-total') this.#release();
      this.#held.push({ kind: heldAs, row, ...hold() });
      return false;
    }
    if (row[0] === null && isEmptyRow(row)) {
      if (this.#held.length === 0) return true;
      // What is held stands above it, and so it stays.
      this.#held.push({ kind: 'blank', row, ...hold() });
      return false;
    }
    if (this.#held.length > 0) this.#release();
    this.#sums?.addRow(row);
    return true;
  }

  /** After the last row: what was held is a note, a total, or a row of data after all. */
  finish(): void {
    const held = this.#held;
    this.#held = [];
    for (const one of held) {
      if (one.kind === 'note') this.#count('notes', one.getPlace);
      else if (one.kind === 'blank') this.released.push(one.token);
      else if (this.#sums?.lacksLabel(one.row) && this.#sums.isTotal(one.row, false)) {
        this.#sums.addTotal({ kind: 'whole', strength: 'likely', text: '' }, one.row, one.getPlace);
        this.#count('totals', one.getPlace);
      } else {
        this.#isUnclear = true;
        this.released.push(one.token);
      }
    }
  }

  /** Whether the rows must be gone through again, adding: totals are there, or what may be some. */
  get needsSums(): boolean {
    return this.#isUnclear || this.#counts.has('totals');
  }

  /** Whether the sums may say that other rows are data. */
  get isUnclear(): boolean {
    return this.#isUnclear;
  }

  listProblems(): Problem[] {
    const problems = (['units', 'header', 'totals', 'notes'] as const).flatMap((kind) => {
      const found = this.#counts.get(kind);
      return found
        ? [createProblem('left-out-rows', found.first, { kind: kindNames[kind], count: found.count })]
        : [];
    });
    const kept = this.#kept && [
      createProblem('total-kept', this.#kept.place, { label: this.#kept.label.text }),
    ];
    return [...problems, ...(this.#sums ? (kept ?? []) : []), ...(this.#sums?.listProblems() ?? [])];
  }

  #count(kind: NonDataKind, getPlace: GetPlace): void {
    const known = this.#counts.get(kind);
    if (known) known.count++;
    else this.#counts.set(kind, { first: getPlace(0), count: 1 });
  }

  #release(): void {
    for (const { row, token } of this.#held) {
      this.#sums?.addRow(row);
      this.released.push(token);
    }
    this.#held = [];
  }

  #findKind(row: Row, getPlace: GetPlace): NonDataKind | undefined {
    if (isRepeatedHeader(row, this.#headers)) return 'header';
    const label = findTotalLabel(row);
    if (label?.strength === 'likely') {
      this.#isUnclear = true;
      this.#kept = undefined;
      // A word that other rows of data say, too, is a value of theirs.
      if (this.#dataWords.has(label.text)) return undefined;
      if (!this.#sums?.isTotal(row, true)) {
        this.#dataWords.add(label.text);
        this.#kept = { label, place: getPlace(0) };
        return undefined;
      }
    }
    if (label) this.#sums?.addTotal(label, row, getPlace);
    else if (this.#kept && !isNoteRow(row) && !isEmptyRow(row)) this.#kept = undefined;
    return label && 'totals';
  }
}

/** What a row could be if no row of data follows. */
function findHeldKind(row: Row): HeldRow<unknown>['kind'] | undefined {
  if (row[0] === null) {
    const hasNumber = row.some((cell) => classifyCell(cell) === 'number');
    if (hasNumber) return 'unnamed-total';
  } else if (typeof row[0] !== 'string') return undefined;
  return row.length > 1 && isNoteRow(row) ? 'note' : undefined;
}

/** A table without such rows. */
export function withoutNonDataRows(raw: RawTable): RawTable {
  const filterRows = (adding: boolean) => {
    const nonDataRows = new NonDataRows<number>(raw.headers, adding);
    const data: number[] = [];
    const takeReleased = () => {
      if (nonDataRows.released.length > 0) data.push(...nonDataRows.released.splice(0));
    };
    raw.rows.forEach((row, index) => {
      const getPlace: GetPlace = (column) => raw.getPlace(index, column);
      const accepted = nonDataRows.accepts(row, getPlace, () => ({ token: index, getPlace }));
      takeReleased();
      if (accepted) data.push(index);
    });
    nonDataRows.finish();
    takeReleased();
    return { nonDataRows, data };
  };
  const withoutSums = filterRows(false);
  const { nonDataRows, data } = withoutSums.nonDataRows.needsSums ? filterRows(true) : withoutSums;
  const problems = [...raw.problems, ...nonDataRows.listProblems()];
  if (data.length === raw.rows.length) return { ...raw, problems };
  return {
    headers: raw.headers,
    rows: data.map((index) => raw.rows[index]!),
    getPlace: (row, column) => raw.getPlace(data[row]!, column),
    ...(nonDataRows.units && { units: nonDataRows.units }),
    problems,
  };
}

type NonDataKind = 'units' | 'header' | 'totals' | 'notes';

const kindNames: Record<NonDataKind, Bilingual> = {
  units: { zh: '单位', en: 'units' },
  header: { zh: '重复的列名', en: 'column names again' },
  totals: { zh: '合计', en: 'totals' },
  notes: notesBelow,
};

function isRepeatedHeader(row: readonly Cell[], headers: readonly Header[]): boolean {
  return (
    headers.length > 1 &&
    row.every((cell, column) => String(cell ?? '').trim() === headers[column]!.text.trim())
  );
}

const unitWords = new Set(
  '元 万元 亿元 千元 ¥ CNY RMB USD 美元 % ‰ 次 人 个 单 件 条 篇 秒 分 分钟 小时 天 日 周 月 人次 万 万次 万人 个百分点 YYYY-MM-DD 文本 数值 日期'.split(
    ' ',
  ),
);

/** The units that the row below the names may give, column by column; undefined when it is data. */
function findUnits(row: readonly Cell[] | undefined): (string | undefined)[] | undefined {
  if (!row || row.length < 2) return undefined;
  const units = row.map(parseUnit);
  const found = units.filter((unit) => unit !== undefined && unit !== '');
  return found.length > 0 && !units.includes(undefined)
    ? units.map((unit) => (unit === '' ? undefined : unit))
    : undefined;
}

/** `元` of `（元）` or `单位：元`; empty for an empty cell, undefined for anything else. */
function parseUnit(cell: Cell): string | undefined {
  if (cell === null) return '';
  const text = toHalfWidth(String(cell))
    .replace(/^单位[:：]?/, '')
    .replace(/^[([](.*)[)\]]$/, '$1')
    .trim();
  if (text === '' || /^[-—–/]+$/.test(text)) return '';
  return unitWords.has(text) ? text.replace(/^(¥|CNY|RMB)$/, '元') : undefined;
}
