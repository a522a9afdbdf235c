/** With how many decimals a value, its target and its series are written. */
import type { Language } from '../../base/language.ts';
import { formatNumber, type NumberStyle } from '../../base/number-format.ts';
import { resolveColumnDigits } from '../../base/registry/shown-digits.ts';
import type { ComputedValue } from './computed-value.ts';

interface ValueStyles {
  own: NumberStyle;
  /** Of target and baseline: as declared, unless that hides that the target is missed. */
  aim: NumberStyle;
  /** Of all members of its series. */
  series: NumberStyle;
}

/** More decimals than these tell nothing apart: doubles have no more. */
const mostTelling = 12;

export function resolveValueStyles(
  { value, unit, digits, members }: ComputedValue,
  target: number | undefined,
  language: Language,
): ValueStyles {
  const given: NumberStyle = { unit, language, ...(digits !== undefined && { digits }) };
  const numbers = members.map((member) => member.value);
  // A level among its parts is written as they are; a sum beyond them as a number of its own.
  const isLevel = isAmong(value, numbers);
  const shared = digits ?? resolveColumnDigits(isLevel ? [...numbers, value] : numbers, unit);
  const series = members.length > 0 ? { ...given, digits: shared } : given;
  const own = isLevel ? series : given;
  const told = tellApart(value, target, own);
  return { own: told, aim: told === own ? given : told, series };
}

function isAmong(value: number | null, numbers: readonly (number | null)[]): boolean {
  const known = numbers.filter((number) => number !== null);
  return value !== null && known.some((one) => one <= value) && known.some((one) => one >= value);
}

/** Where a value misses its target by less than what is written, it is written longer: what prints alike was met. */
function tellApart(value: number | null, target: number | undefined, style: NumberStyle): NumberStyle {
  if (value === null || target === undefined) return style;
  const isAlike = (one: NumberStyle) => formatNumber(value, one) === formatNumber(target, one);
  if (!isAlike(style) || Math.abs(value - target) <= 1e-12 * Math.abs(target)) return style;
  for (let digits = (style.digits ?? 0) + 1; digits <= mostTelling; digits++) {
    if (!isAlike({ ...style, digits })) return { ...style, digits };
  }
  return style;
}
