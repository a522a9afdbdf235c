import type { Cell, ColumnType } from '../../base/source-table.ts';
import { type DateOrder, parseDate, parseMonth } from './date-formats.ts';
import { isMissingWord } from './missing-words.ts';
import { isMissingMark, type NumberStyle, parseNumber } from './number-formats.ts';
import { parseTimestamp } from './timestamp-formats.ts';

export interface CellStyle extends NumberStyle {
  /** Of day, month and year where the year stands last. */
  order?: DateOrder;
  /** Whether days are written as months: `2026年1月` is its first day. */
  months?: boolean;
}

/** A raw cell as `type` takes it; undefined when it is something else. `—` and `NULL` are empty cells, but in texts. */
export function parseCell(
  raw: Cell,
  type: ColumnType,
  { order = 'ymd', months = false, ...style }: CellStyle = { percent: 'fraction' },
): Cell | undefined {
  if (raw === null) return null;
  if (type === 'text') return typeof raw === 'string' ? raw : String(raw);
  if (typeof raw === 'string' && (isMissingMark(raw) || isMissingWord(raw))) return null;
  switch (type) {
    case 'number':
      return parseNumberCell(raw, style);
    case 'integer':
      return parseIntegerCell(raw, style);
    case 'boolean':
      return parseBooleanCell(raw);
    case 'date':
      return months ? parseMonth(String(raw)) : parseDateCell(raw, order);
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

/** A day; programs that know no days write its first moment (`2026-03-02 00:00:00`), or its digits as a number. */
function parseDateCell(raw: Cell, order: DateOrder): string | undefined {
  if (typeof raw === 'number') return parseDate(String(raw), order);
  if (typeof raw !== 'string') return undefined;
  return parseDate(raw.trim().replace(/[T ]\s*0?0:00(:00(\.0{1,6})?)?$/, ''), order);
}

/** What a cell of an instant says; a number is seconds or milliseconds since 1970. */
function parseTimestampCell(raw: Cell, order: DateOrder): string | undefined {
  if (typeof raw === 'number') return parseTimestamp(String(raw), order);
  return typeof raw === 'string' ? parseTimestamp(raw, order) : undefined;
}
