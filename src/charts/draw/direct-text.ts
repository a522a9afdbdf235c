import type { Language } from '../../base/language.ts';
import { formatNumber, formatShortNumber } from '../../base/number-format.ts';
import { formatUnit } from '../../base/unit.ts';
import type { ChartInput } from '../input.ts';
import type { Magnitude } from './number-axis.ts';

/** A value as it stands beside a mark: long numbers in 万 and 亿. */
export function formatDirectText(
  { value, text }: { value: number | null; text: string },
  unit: string,
  language: Language,
): string {
  return value !== null && Math.abs(value) >= 1e5 ? formatShortNumber(value, { unit, language }) : text;
}

/** A number that has no text yet, beside a mark. */
export function formatDirectNumber(value: number | null, unit: string, language: Language): string {
  return formatDirectText({ value, text: formatNumber(value, { unit, language }) }, unit, language);
}

/** A number in the unit of the first of the values, or of another, as it stands beside a mark. */
export function formatInUnit({ values, language }: ChartInput, number: number | null, at = 0): string {
  return formatDirectNumber(number, values[at]!.unit, language);
}

/** A value under a title that names unit and magnitude: the bare number, with `%` where that is its unit. */
export function formatScaledText(
  { value, text }: { value: number | null; text: string },
  unit: string,
  { size }: Magnitude,
  language: Language,
): string {
  if (value === null) return '—';
  return size === 1
    ? withoutUnit(text, unit, language)
    : formatNumber(value / size, { unit: '', language, digits: value >= 100 * size ? 0 : 1 });
}

function withoutUnit(text: string, unit: string, language: Language): string {
  const names = [unit, formatUnit(unit, language), formatUnit(unit, language, 1)];
  const name = names.find((one) => one !== '' && one !== '%' && text.endsWith(` ${one}`));
  return name ? text.slice(0, -name.length - 1) : text;
}
