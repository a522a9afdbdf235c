import type { Cell } from '../../base/source-table.ts';
import { parseNumber, toHalfWidth } from './number-formats.ts';

/** The day that a serial number of a spreadsheet stands for, of this century: `46083` is 2026-03-02. */
export function suggestDate(raw: Cell): string | undefined {
  const serial = /^\d{5}$/.test(String(raw)) ? Number(raw) : 0;
  if (serial < 36_526 || serial > 73_050) return undefined;
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
}

/** What may stand around a number: a currency or a word before it, a plus and what is counted behind. */
const before = /^(?:[¥$€£≈~<>≤≥]|约|近|超过?|(?:CNY|RMB|USD) ?)\s*/i;
const behind =
  /\s*(?:\+|多)?\s*(?:元|块|次|人次?|个|单|笔|件|条|篇|张|份|天|秒|分钟?|小时|%|人?(?:已)?(?:付款|付过?|购买|收货|评价|看过|想要))?\s*(?:\+|左右)?$/;

const chineseDigits = '零一二三四五六七八九十';

/** Keys beside one another, and figures that look like letters. */
const lookalikes: Readonly<Record<string, string>> = { l: '1', I: '1', o: '0', O: '0' };

/** The number that a cell like `￥1,234.50`, `１２`, `12%`, `3 元`, `10万+` or `l50` probably means, as it should be written. */
export function suggestNumber(raw: Cell, asShare = false): string | undefined {
  if (typeof raw !== 'string' || raw.length > 40) return undefined;
  const written = toHalfWidth(raw);
  const bare = written.replace(before, '').replace(behind, '');
  const digits = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  const number = parseNumber(digits, {});
  if (number === undefined) return suggestMistyped(bare);
  // `10万` is written out; all else as it stands.
  const meant = /^[+-]?[\d.]+$/.test(digits) ? digits : String(number);
  if (meant === raw) return undefined;
  // Among shares written as such, `< 10%` is 10%.
  if (!asShare && before.test(written) && written.endsWith('%')) return `${meant}%`;
  return asShare && written.endsWith('%') ? String(Number((Number(meant) / 100).toPrecision(12))) : meant;
}

/** `l50` is 150 and `九` is 9: with the wrong key, or in words. */
function suggestMistyped(text: string): string | undefined {
  if (text.length === 1 && chineseDigits.includes(text)) return String(chineseDigits.indexOf(text));
  const mended = text.replace(/[lIoO]/g, (sign) => lookalikes[sign] ?? sign);
  return mended !== text && /^\d{2,}(\.\d+)?$/.test(mended) && /\d/.test(text) ? mended : undefined;
}

/** `1,5` is 1.5 where the comma is a point, as in much of Europe. */
export function suggestPoint(raw: Cell): string | undefined {
  const text = String(raw);
  return /^[+-]?\d+,\d+ ?%?$/.test(text) ? text.replace(',', '.') : undefined;
}

/** The seconds of a cell like `00:03:20`. */
export function suggestSeconds(raw: Cell): string | undefined {
  const [, hours, minutes, seconds] = /^(\d{1,4}):(\d{2}):(\d{2})$/.exec(String(raw)) ?? [];
  return hours && String(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}
