import type { Cell } from '../../base/source-table.ts';
import { toHalfWidth } from '../cells/number-formats.ts';

/** part: of the rows since the total before. */
export type TotalKind = 'whole' | 'part';

/** What a row calls itself. */
export interface TotalLabel {
  kind: TotalKind;
  /**
   * How sure it is that the row is a total: `named` says of what (`Total: Account`), and may be a part of the whole; `likely`
   * is one only if it is the sum or the mean of rows.
   */
  strength: 'sure' | 'named' | 'likely';
  text: string;
}

const sureWords: Readonly<Record<string, TotalKind>> = {
  合计: 'whole',
  总计: 'whole',
  总和: 'whole',
  汇总: 'whole',
  共计: 'whole',
  总合计: 'whole',
  total: 'whole',
  totals: 'whole',
  'grand total': 'whole',
  小计: 'part',
  subtotal: 'part',
};

/** Words that rows of data are called by, too. */
const likelyWords = new Set(
  '全部 全站 全站统计 全店 所有 平均 平均值 均值 整体 all average avg avg. mean sum overall'.split(' '),
);

const namedPattern =
  /^(合计|总计|总和|汇总|共计|小计|total|grand total|subtotal)\s*(?:[:：([【（]|\d)|^results from \d/;
const likelyPattern =
  /^(合计|总计|总和|共计|汇总|小计|平均值|均值|grand total\b|sub ?total\b|total\b)|(合计|总计|小计|汇总|平均值|均值|\btotal)$/;
/** `总计划` is no sum. */
const noTotalPattern = /^(合|总|小)计(划|算)/;

/** Columns in which a row may call itself a total, whatever stands before them. */
export const labelColumns = 3;
/** Signs of the longest name of a total, with spaces. */
export const maxLabelLength = 60;

/** Signs that names of totals begin and end with. */
const firstSigns = '合总汇小共全所平均整';
const lastSigns = '计总值均';
const firstLetters = new Set(['to', 'gr', 'su', 'av', 'al', 'me', 'ov', 're']);

/** By its length and its first and last signs: nearly all cells are otherwise, and looking closer takes time. */
function canBeTotal(cell: string): boolean {
  if (cell.length > maxLabelLength) return false;
  const code = cell.charCodeAt(0);
  // Full-width signs and blanks before the name.
  if (code <= 0x20 || code >= 0xff00 || code === 0x3000 || code === 0xa0) return true;
  if (lastSigns.includes(cell[cell.length - 1]!) || /total$/i.test(cell)) return true;
  return code < 0x80 ? firstLetters.has(cell.slice(0, 2).toLowerCase()) : firstSigns.includes(cell[0]!);
}

/** What a cell says of its row; undefined for a row of data. */
export function parseTotalLabel(cell: Cell | undefined): TotalLabel | undefined {
  if (typeof cell !== 'string' || cell === '' || !canBeTotal(cell)) return undefined;
  const word = toHalfWidth(cell)
    .trim()
    .toLowerCase()
    .replace(/[:：]$/, '')
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '');
  const text = cell.trim();
  if (Object.hasOwn(sureWords, word)) return { kind: sureWords[word]!, strength: 'sure', text };
  const kind = /小计|subtotal/.test(word) ? 'part' : 'whole';
  if (namedPattern.test(word)) return { kind, strength: 'named', text };
  const isLikely = likelyWords.has(word) || (likelyPattern.test(word) && !noTotalPattern.test(word));
  return isLikely ? { kind, strength: 'likely', text } : undefined;
}

/** What a row with `合计`, `小计` … as one of its first cells, or as the first that is filled, adds up. */
export function findTotalLabel(row: readonly Cell[]): TotalLabel | undefined {
  let filled = false;
  for (let column = 0; column < row.length && (column < labelColumns || !filled); column++) {
    const cell = row[column] ?? null;
    if (cell === null || cell === '') continue;
    filled = true;
    const label = parseTotalLabel(cell);
    if (label) return label;
  }
  return undefined;
}
