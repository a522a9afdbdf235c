import type { Language } from '../../base/language.ts';
import { formatExactNumber } from '../../base/number-format.ts';
import type { BookValue } from '../book.ts';

/** A value before rounding, as the ledger states it; undefined where that is what is shown. */
export function findExactText({ value, text, unit }: BookValue, language: Language): string | undefined {
  if (value === null) return undefined;
  const exact = formatExactNumber(value, { unit, language });
  const isShown = normaliseZeros(exact) === normaliseZeros(text);
  return isShown ? undefined : exact;
}

/** `25.20 元` says no less than `25.2 元`. */
function normaliseZeros(text: string): string {
  return text.replace(/(\.\d*?)0+(?=\D|$)/, '$1').replace(/\.(?=\D|$)/, '');
}
