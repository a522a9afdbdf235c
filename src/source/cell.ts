import type { Cell, ColumnType } from '../base/source-table.ts';

export type DateOrder = 'ymd' | 'mdy' | 'dmy';

/** A raw cell as `type` takes it; undefined when it is something else. Nothing is guessed: `1,234` and `12%` are no numbers. */
export function readCell(raw: Cell, type: ColumnType, order: DateOrder = 'ymd'): Cell | undefined {
  if (raw === null) return null;
  switch (type) {
    case 'text':
      return typeof raw === 'string' ? raw : String(raw);
    case 'number':
      return readNumber(raw);
    case 'integer':
      return readInteger(raw);
    case 'boolean':
      return readBoolean(raw);
    case 'date':
      return typeof raw === 'string' ? readDate(raw.trim(), order) : undefined;
    case 'timestamp':
      return readInstant(raw, order);
  }
}

const plainNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

function readNumber(raw: Cell): number | undefined {
  if (typeof raw === 'number') return raw;
  return typeof raw === 'string' && plainNumber.test(raw.trim()) ? Number(raw) : undefined;
}

/** Whole numbers that JavaScript and a reader of the file understand alike; `12.0` is one. */
function readInteger(raw: Cell): number | undefined {
  const number = readNumber(raw);
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
}

const booleans = new Map<Cell, boolean>([
  [1, true],
  [0, false],
  ...['true', '1', '是', 'yes'].map((word) => [word, true] as const),
  ...['false', '0', '否', 'no'].map((word) => [word, false] as const),
]);

function readBoolean(raw: Cell): boolean | undefined {
  if (typeof raw === 'boolean') return raw;
  return booleans.get(typeof raw === 'string' ? raw.trim().toLowerCase() : raw);
}

const yearFirst = /^(\d{4})([-/.]|年)(\d{1,2})([-/.]|月)(\d{1,2})日?$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/** `2026-03-02`, `2026/3/2`, `2026.3.2`, `2026年3月2日`, and with an order of day and month `3/2/2026`. */
function readDate(text: string, order: DateOrder): string | undefined {
  const first = yearFirst.exec(text);
  if (first) return isoDate(first[1]!, first[3]!, first[5]!);
  const last = order === 'ymd' ? null : yearLast.exec(text);
  if (!last) return undefined;
  const [month, day] = order === 'mdy' ? [last[1]!, last[3]!] : [last[3]!, last[1]!];
  return isoDate(last[4]!, month, day);
}

function isoDate(year: string, month: string, day: string): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return date.toISOString().startsWith(iso) ? iso : undefined;
}

const timed = /^(.+?)[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** ISO 8601 with or without offset; a day alone is its first moment; a whole number is seconds or milliseconds since 1970. */
function readInstant(raw: Cell, order: DateOrder): string | undefined {
  if (typeof raw === 'number' || (typeof raw === 'string' && /^\d{10}(\d{3})?$/.test(raw))) {
    return readEpoch(Number(raw));
  }
  if (typeof raw !== 'string') return undefined;
  const text = raw.trim();
  const match = timed.exec(text);
  const date = readDate(match ? match[1]!.trim() : text, order);
  if (!date) return undefined;
  if (!match) return `${date}T00:00:00`;
  const [, , hour, minute, second = '00', fraction = '', offset = ''] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${date}T${hour!.padStart(2, '0')}:${minute}:${second}${fraction}${isoOffset(offset)}`;
}

function isoOffset(offset: string): string {
  if (/^z$/i.test(offset)) return 'Z';
  return /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
}

function readEpoch(number: number): string | undefined {
  const millis = number < 1e11 ? number * 1000 : number;
  if (!Number.isInteger(number) || number < 1e8 || millis > 4e12) return undefined;
  return new Date(millis).toISOString();
}

/** The number that a cell like `￥1,234.50`, `１２`, `12%` or `3 元` probably means, as it should be written. */
export function meantNumber(raw: Cell, asShare = false): string | undefined {
  if (typeof raw !== 'string') return undefined;
  const narrow = raw.normalize('NFKC').trim();
  const bare = narrow.replace(/^[¥￥$€£]\s*/, '').replace(/\s*(元|次|人|个|单|件|秒|%)$/, '');
  const digits = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  if (!plainNumber.test(digits) || digits === raw) return undefined;
  return asShare && narrow.endsWith('%') ? String(Number((Number(digits) / 100).toPrecision(12))) : digits;
}
