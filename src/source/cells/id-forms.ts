import type { Cell } from '../../base/source-table.ts';

const decimal = /^[+-]?(\d+)(?:\.(\d*))?$/;

/** Digits that a number keeps, and with them those that Excel keeps. */
const keptDigits = 15;

/**
 * Whether a cell is an id and never a number: zeros before it (`007`), or more digits than a number keeps, with a point too
 * (client ids of GA: `1234567890.1684694001`). A fraction that a program worked out (`0.30000000000000004`) is none.
 */
export function isIdLike(cell: Cell): boolean {
  if (typeof cell === 'number') return Number.isInteger(cell) && Math.abs(cell) >= 10 ** keptDigits;
  if (typeof cell !== 'string') return false;
  const text = cell.trim();
  // `03-Mar-26` is a day.
  return /^[+-]?0\d(?![ -][a-z])/i.test(text) || /^[+-]?\d{16}/.test(text) || losesDigits(text);
}

/** Whether a number made of the digits would be another one. */
export function losesDigits(text: string): boolean {
  const [, whole, fraction = ''] = decimal.exec(text) ?? [];
  if (whole === undefined) return false;
  const kept = fraction.replace(/0+$/, '');
  if ((whole + kept).replace(/^0+/, '').length <= keptDigits) return false;
  // A mean has few digits before its point, however many behind.
  return kept === '' || (whole.length >= 8 && String(Number(text)) !== text.replace(/^\+/, ''));
}

/** `1.23457E+17`: what a spreadsheet shows of a long number; behind the digits that are written others were. */
const shortened = /^[+-]?\d(?:[.,](\d*))?e\+(\d{2,3})$/i;

/** Whether a program has written the first digits of a long number only. */
export function isShortenedNumber(cell: Cell): boolean {
  if (typeof cell !== 'string' || cell.length > 24) return false;
  // Its power has two or three digits; nearly no cell has a plus there.
  if (cell.charCodeAt(cell.length - 3) !== 43 && cell.charCodeAt(cell.length - 4) !== 43) return false;
  const [, digits = '', power] = shortened.exec(cell) ?? [];
  return power !== undefined && Number(power) > 10 && digits.length < Number(power);
}

/** Headers of columns whose digits count nothing. */
const idHeader =
  /((?<!pa|gr|val|flu|sol|(?<![a-z])b)id|(?<![a-z])(?:no|nr|code|sku|phone|mobile|tel|zip)|code|编号|编码|单号|号|号码|代码|货号|条码|邮编|手机|电话|流水)$/i;

export function isIdHeader(header: string): boolean {
  return idHeader.test(header);
}
