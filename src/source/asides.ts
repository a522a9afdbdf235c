import type { Bilingual } from '../base/language.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import type { Header } from './columns.ts';
import { narrow } from './forms.ts';
import type { RawTable } from './raw-table.ts';
import type { PlaceOf } from './told.ts';
import { TotalSums, totalKind } from './totals.ts';

/** Rows that a spreadsheet has for its readers, and that are no data, as rows come by: told and left out. */
export class Asides {
  readonly #headers: readonly Header[];
  readonly #counts = new Map<Kind, { first: Place; count: number }>();
  readonly #sums: TotalSums | undefined;
  /** Units that the row below the names gives, by column. */
  units: (string | undefined)[] | undefined;
  #atTop = true;

  /** `adding`: totals are held against the rows; it takes time, and only a file that has some needs it. */
  constructor(headers: readonly Header[], adding: boolean) {
    this.#headers = headers;
    this.#sums = adding ? new TotalSums(headers.map(({ text }) => text)) : undefined;
  }

  /** Whether a row is one of data. */
  takes(row: readonly Cell[], placeOf: PlaceOf): boolean {
    if (this.#atTop) this.units = unitsOf(row);
    const kind = this.#atTop && this.units ? 'units' : this.#kindOf(row, placeOf);
    this.#atTop = false;
    if (kind === undefined) {
      this.#sums?.add(row);
      return true;
    }
    const known = this.#counts.get(kind);
    if (known) known.count++;
    else this.#counts.set(kind, { first: placeOf(0), count: 1 });
    return false;
  }

  get hasTotals(): boolean {
    return this.#counts.has('totals');
  }

  problems(): Problem[] {
    const told = (['units', 'header', 'totals'] as const).flatMap((kind) => {
      const found = this.#counts.get(kind);
      return found ? [problem('left-out-rows', found.first, { kind: kinds[kind], count: found.count })] : [];
    });
    return [...told, ...(this.#sums?.problems() ?? [])];
  }

  #kindOf(row: readonly Cell[], placeOf: PlaceOf): Kind | undefined {
    if (isHeader(row, this.#headers)) return 'header';
    const total = totalKind(row);
    if (total) this.#sums?.total(total, row, placeOf);
    return total && 'totals';
  }
}

/** A table without such rows. */
export function withoutAsides(raw: RawTable): RawTable {
  const sift = (adding: boolean) => {
    const asides = new Asides(raw.headers, adding);
    const data = raw.rows.flatMap((row, index) =>
      asides.takes(row, (column) => raw.placeOf(index, column)) ? [index] : [],
    );
    return { asides, data };
  };
  const quick = sift(false);
  const { asides, data } = quick.asides.hasTotals ? sift(true) : quick;
  if (data.length === raw.rows.length) return raw;
  return {
    headers: raw.headers,
    rows: data.map((index) => raw.rows[index]!),
    placeOf: (row, column) => raw.placeOf(data[row]!, column),
    ...(asides.units && { units: asides.units }),
    problems: [...raw.problems, ...asides.problems()],
  };
}

type Kind = 'units' | 'header' | 'totals';

const kinds: Record<Kind, Bilingual> = {
  units: { zh: '单位', en: 'units' },
  header: { zh: '重复的列名', en: 'column names again' },
  totals: { zh: '合计', en: 'totals' },
};

function isHeader(row: readonly Cell[], headers: readonly Header[]): boolean {
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
function unitsOf(row: readonly Cell[] | undefined): (string | undefined)[] | undefined {
  if (!row || row.length < 2) return undefined;
  const units = row.map(unitOf);
  const found = units.filter((unit) => unit !== undefined && unit !== '');
  return found.length > 0 && !units.includes(undefined)
    ? units.map((unit) => (unit === '' ? undefined : unit))
    : undefined;
}

/** `元` of `（元）` or `单位：元`; empty for an empty cell, undefined for anything else. */
function unitOf(cell: Cell): string | undefined {
  if (cell === null) return '';
  const text = narrow(String(cell))
    .replace(/^单位[:：]?/, '')
    .replace(/^[([](.*)[)\]]$/, '$1')
    .trim();
  if (text === '' || /^[-—–/]+$/.test(text)) return '';
  return unitWords.has(text) ? text.replace(/^(¥|CNY|RMB)$/, '元') : undefined;
}
