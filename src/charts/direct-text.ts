import type { Language } from '../base/language.ts';
import { showShort } from '../base/number-format.ts';
import { printUnit } from '../base/unit.ts';

/** A value as it stands beside a mark: long numbers in 万 and 亿. */
export function directText(
  { value, text }: { value: number | null; text: string },
  unit: string,
  language: Language,
): string {
  return value !== null && Math.abs(value) >= 1e5 ? showShort(value, { unit, language }) : text;
}

/** The text without its unit, where a title already says it; `%` stays. */
export function withoutUnit(text: string, unit: string, language: Language): string {
  const names = [unit, printUnit(unit, language), printUnit(unit, language, 1)].filter(
    (name) => name && name !== '%',
  );
  const name = names.find((one) => text.endsWith(` ${one}`));
  return name ? text.slice(0, -name.length - 1) : text;
}
