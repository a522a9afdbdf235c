import type { Cell, ColumnType } from '../../base/source-table.ts';
import { type DateOrder, parseDate } from './date-formats.ts';
import { isMissingMark, type NumberStyle, parseNumber, toHalfWidth } from './number-formats.ts';
import { parseEpoch, parseTimestamp } from './timestamp-formats.ts';

export interface CellStyle extends NumberStyle {
  /** Of day, month and year where the year stands last. */
  order?: DateOrder;
}

/** A raw cell as `type` takes it; undefined when it is something else. `—` is an empty cell, but in texts. */
export function parseCell(
  raw: Cell,
  type: ColumnType,
  { order = 'ymd', ...style }: CellStyle = { percent: 'fraction' },
): Cell | undefined {
  if (raw === null) return null;
  if (type === 'text') return typeof raw === 'string' ? raw : String(raw);
  if (typeof raw === 'string' && isMissingMark(raw)) return null;
  switch (type) {
    case 'number':
      return parseNumberCell(raw, style);
    case 'integer':
      return parseIntegerCell(raw, style);
    case 'boolean':
      return parseBooleanCell(raw);
    case 'date':
      return typeof raw === 'string' ? parseDateCell(raw, order) : undefined;
    case 'timestamp':
      return parseTimestampCell(raw, order);
  }
}

function parseNumberCell(raw: Cell, style: NumberStyle): number | undefined {
  if (typeof raw === 'number') return raw;
  const number = typeof raw === 'string' ? parseNumber(raw, style) : undefined;
  return number !== undefined && Number.isFinite(number) ? number : undefined;
}

/** Whole numbers that JavaScript and a reader of the file understand alike; `12.0` is one. */
function parseIntegerCell(raw: Cell, style: NumberStyle): number | undefined {
  const number = parseNumberCell(raw, style);
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
}

const booleans = new Map<Cell, boolean>([
  [1, true],
  [0, false],
  ...['true', '1', '是', 'yes'].map((word) => [word, true] as const),
  ...['false', '0', '否', 'no'].map((word) => [word, false] as const),
]);

function parseBooleanCell(raw: Cell): boolean | undefined {
  if (typeof raw === 'boolean') return raw;
  return booleans.get(typeof raw === 'string' ? raw.trim().toLowerCase() : raw);
}

/** A day; programs that know no days write its first moment (`2026-03-02 00:00:00`). */
function parseDateCell(text: string, order: DateOrder): string | undefined {
  return parseDate(text.trim().replace(/[T ]\s*0?0:00(:00(\.0{1,6})?)?$/, ''), order);
}

/** What a cell of an instant says; a number is seconds or milliseconds since 1970. */
function parseTimestampCell(raw: Cell, order: DateOrder): string | undefined {
  if (typeof raw === 'number') return parseEpoch(raw);
  return typeof raw === 'string' ? parseTimestamp(raw, order) : undefined;
}

/** The day that a serial number of a spreadsheet stands for, of this century: `46083` is 2026-03-02. */
export function suggestDate(raw: Cell): string | undefined {
  const serial = /^\d{5}$/.test(String(raw)) ? Number(raw) : 0;
  if (serial < 36_526 || serial > 73_050) return undefined;
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
}

/** The number that a cell like `￥1,234.50`, `１２`, `12%` or `3 元` probably means, as it should be written. */
export function suggestNumber(raw: Cell, asShare = false): string | undefined {
  if (typeof raw !== 'string') return undefined;
  const written = toHalfWidth(raw);
  const bare = written.replace(/^[¥$€£]\s*/, '').replace(/\s*(元|次|人|个|单|件|秒|%)$/, '');
  const digits = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  if (parseNumber(digits, {}) === undefined || digits === raw) return undefined;
  return asShare && written.endsWith('%') ? String(Number((Number(digits) / 100).toPrecision(12))) : digits;
}
