import type { Bilingual } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import { narrow } from './forms.ts';
import type { RawTable } from './raw-table.ts';
import { type TotalRow, totalKind, wrongTotals } from './totals.ts';

/** Rows that a spreadsheet has for its readers, and that are no data: told and left out. */
export function withoutAsides(raw: RawTable): RawTable {
  const units = unitsOf(raw.rows[0]);
  const data: number[] = [];
  const repeated: number[] = [];
  const totals: TotalRow[] = [];
  raw.rows.forEach((row, index) => {
    if (index === 0 && units) return;
    const kind = totalKind(row);
    if (isHeader(row, raw)) repeated.push(index);
    else if (kind) totals.push({ index, kind, after: data.length });
    else data.push(index);
  });
  if (data.length === raw.rows.length) return raw;
  return {
    headers: raw.headers,
    rows: data.map((index) => raw.rows[index]!),
    placeOf: (row, column) => raw.placeOf(data[row]!, column),
    ...(units && { units }),
    problems: [
      ...raw.problems,
      ...told(raw, units ? [0] : [], kinds.units),
      ...told(raw, repeated, kinds.header),
      ...told(
        raw,
        totals.map(({ index }) => index),
        kinds.totals,
      ),
      ...wrongTotals(raw, data, totals),
    ],
  };
}

const kinds: Record<'units' | 'header' | 'totals', Bilingual> = {
  units: { zh: '单位', en: 'units' },
  header: { zh: '重复的列名', en: 'column names again' },
  totals: { zh: '合计', en: 'totals' },
};

function told(raw: RawTable, rows: readonly number[], kind: Bilingual): Problem[] {
  const [first] = rows;
  return first === undefined
    ? []
    : [problem('left-out-rows', raw.placeOf(first, 0), { kind, count: rows.length })];
}

function isHeader(row: readonly Cell[], { headers }: RawTable): boolean {
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
