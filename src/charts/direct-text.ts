import type { Language } from '../base/language.ts';
import { showNumber, showShort } from '../base/number-format.ts';
import { printUnit } from '../base/unit.ts';
import type { Magnitude } from './axis.ts';

/** A value as it stands beside a mark: long numbers in 万 and 亿. */
export function directText(
  { value, text }: { value: number | null; text: string },
  unit: string,
  language: Language,
): string {
  return value !== null && Math.abs(value) >= 1e5 ? showShort(value, { unit, language }) : text;
}

/** A number that has no text yet, beside a mark. */
export function directNumber(value: number | null, unit: string, language: Language): string {
  return directText({ value, text: showNumber(value, { unit, language }) }, unit, language);
}

/** A value under a title that names unit and magnitude: the bare number, with `%` where that is its unit. */
export function scaledText(
  { value, text }: { value: number | null; text: string },
  unit: string,
  { size }: Magnitude,
  language: Language,
): string {
  if (value === null) return '—';
  return size === 1
    ? withoutUnit(text, unit, language)
    : showNumber(value / size, { unit: '', language, digits: value >= 100 * size ? 0 : 1 });
}

function withoutUnit(text: string, unit: string, language: Language): string {
  const names = [unit, printUnit(unit, language), printUnit(unit, language, 1)];
  const name = names.find((one) => one !== '' && one !== '%' && text.endsWith(` ${one}`));
  return name ? text.slice(0, -name.length - 1) : text;
}
