import type { Cell } from '../../base/source-table.ts';
import type { RawTable } from './raw-table.ts';
import { classifyCell, isEmptyCell, type Row } from './row-shape.ts';

/** What the first cell of a line of a few cells may begin with: `共 2 笔记录`. */
const notePattern = /^[-=—*]{3,}|^(共|注|备注|说明|以上|数据|来源|导出|截至|统计)|^\p{Script=Han}+[:：]/u;

/** What a cell must say that stands alone in a row, where it could be the name of one, too. */
const loneNotePattern =
  /^[-=—*_]{3,}|^[#※*＊]|^共\s*[\d,]+|^(注|备注|说明|以上|导出|截至|截止|统计|数据来源|资料来源|数据截至|更新时间|制表)|^[\p{Script=Han}（）()]{1,12}[:：]|[。！]$|^(notes?|source|disclaimer|exported|generated|updated|downloaded|copyright|©)\b/iu;

/** What says by itself that a row is a note, whatever words follow in other cells. */
const plainNotePattern =
  /^(注|备注|说明|提示|数据来源|统计口径|口径|数据说明|notes?|source|disclaimer)\s*[:：]/i;

/** Signs of a note that is looked at. */
const maxNoteLength = 2000;

/** Whether a row says something of the table, and is none of its rows: one cell that reads like a note, wherever it is padded to. */
export function isNoteRow(row: Row): boolean {
  const first = row.find((cell) => !isEmptyCell(cell));
  if (typeof first !== 'string' || first.length > maxNoteLength) return false;
  const text = first.trim();
  if (isAlone(row, first)) return classifyCell(text) === 'word' && loneNotePattern.test(text);
  return plainNotePattern.test(text) && row.every((cell) => ['word', 'empty'].includes(classifyCell(cell)));
}

/** Whether no other text stands in a row: that of a wide cell shows in all it covers, but two may be data. */
function isAlone(row: Row, text: string): boolean {
  let count = 0;
  for (const cell of row) {
    if (isEmptyCell(cell)) continue;
    if (cell !== text) return false;
    count++;
  }
  return count === 1 || row.length > 2;
}

/** A line of fewer cells than the table has columns. Anything else there is the rest of a row. */
export function isShortNote(row: Row, expected: number): boolean {
  return (row.length * 3 <= expected && notePattern.test(String(row[0]).trim())) || isNoteRow(row);
}

/** Whether a sheet among others tells of them, and is no table: texts in one column, one of them long or like a note. */
export function isNotePage(tables: readonly RawTable[]): boolean {
  const [table] = tables;
  if (!table || tables.length > 1 || table.headers.length > 1) return false;
  const texts = [...table.headers.map(({ text }) => text), ...table.rows.map(([cell]) => cell ?? null)];
  const isNote = (cell: Cell) =>
    typeof cell === 'string' && (cell.length > 20 || loneNotePattern.test(cell.trim()));
  return texts.every((cell) => typeof cell !== 'number') && texts.some(isNote);
}

export const notesBelow = { zh: '表格之后的说明', en: 'notes below the rows' };
