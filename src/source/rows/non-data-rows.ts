import type { Bilingual } from '../../base/language.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Header } from '../cells/column-headers.ts';
import { toHalfWidth } from '../cells/number-formats.ts';
import type { GetPlace } from '../cells/problem-sampler.ts';
import type { RawTable } from './raw-table.ts';
import { findTotalKind, TotalsCheck } from './total-rows.ts';

/** Rows that a spreadsheet has for its readers, and that are no data, as rows come by: left out, with a problem. */
export class NonDataRows {
  readonly #headers: readonly Header[];
  readonly #counts = new Map<NonDataKind, { first: Place; count: number }>();
  readonly #sums: TotalsCheck | undefined;
  /** Units that the row below the names gives, by column. */
  units: (string | undefined)[] | undefined;
  #atTop = true;

  /** `adding`: totals are held against the rows; it takes time, and only a file that has some needs it. */
  constructor(headers: readonly Header[], adding: boolean) {
    this.#headers = headers;
    this.#sums = adding ? new TotalsCheck(headers.map(({ text }) => text)) : undefined;
  }

  /** Whether a row is one of data. */
  accepts(row: readonly Cell[], getPlace: GetPlace): boolean {
    if (this.#atTop) this.units = findUnits(row);
    const kind = this.#atTop && this.units ? 'units' : this.#findKind(row, getPlace);
    this.#atTop = false;
    if (kind === undefined) {
      this.#sums?.addRow(row);
      return true;
    }
    const known = this.#counts.get(kind);
    if (known) known.count++;
    else this.#counts.set(kind, { first: getPlace(0), count: 1 });
    return false;
  }

  get hasTotals(): boolean {
    return this.#counts.has('totals');
  }

  listProblems(): Problem[] {
    const problems = (['units', 'header', 'totals'] as const).flatMap((kind) => {
      const found = this.#counts.get(kind);
      return found
        ? [createProblem('left-out-rows', found.first, { kind: kindNames[kind], count: found.count })]
        : [];
    });
    return [...problems, ...(this.#sums?.listProblems() ?? [])];
  }

  #findKind(row: readonly Cell[], getPlace: GetPlace): NonDataKind | undefined {
    if (isRepeatedHeader(row, this.#headers)) return 'header';
    const total = findTotalKind(row);
    if (total) this.#sums?.addTotal(total, row, getPlace);
    return total && 'totals';
  }
}

/** A table without such rows. */
export function withoutNonDataRows(raw: RawTable): RawTable {
  const filterRows = (adding: boolean) => {
    const nonDataRows = new NonDataRows(raw.headers, adding);
    const data = raw.rows.flatMap((row, index) =>
      nonDataRows.accepts(row, (column) => raw.getPlace(index, column)) ? [index] : [],
    );
    return { nonDataRows, data };
  };
  const withoutSums = filterRows(false);
  const { nonDataRows, data } = withoutSums.nonDataRows.hasTotals ? filterRows(true) : withoutSums;
  if (data.length === raw.rows.length) return raw;
  return {
    headers: raw.headers,
    rows: data.map((index) => raw.rows[index]!),
    getPlace: (row, column) => raw.getPlace(data[row]!, column),
    ...(nonDataRows.units && { units: nonDataRows.units }),
    problems: [...raw.problems, ...nonDataRows.listProblems()],
  };
}

type NonDataKind = 'units' | 'header' | 'totals';

const kindNames: Record<NonDataKind, Bilingual> = {
  units: { zh: '单位', en: 'units' },
  header: { zh: '重复的列名', en: 'column names again' },
  totals: { zh: '合计', en: 'totals' },
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
