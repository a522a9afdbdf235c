/**
 * Decimals as a person adds them: 1e15 + 0.1 − 1e15 is 0.1, and 0.1 + 0.2 is 0.3. Sums and products of what was typed,
 * counted or summed in cents are exact; a quotient is not, and two of those that differ by their last bits are equal.
 */
import { isNearlyEqual } from './near-equality.ts';

/** `digits` × 10^−`scale`. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

/** More significant digits than a double holds are the trace of a quotient, not what anybody wrote. */
const mostDigits = 15;
/** Beyond these sizes a product is as good as its double. */
const mostScale = 60;

/** Undefined where the number is no short decimal. */
export function toDecimal(value: number): Decimal | undefined {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  if (sign === undefined) return undefined;
  const figures = `${whole}${fraction}`;
  const significant = figures.replace(/^0+/, '').replace(/0+$/, '');
  if (significant.length > mostDigits && !Number.isSafeInteger(value)) return undefined;
  const scale = fraction.length - Number(exponent);
  if (Math.abs(scale) > mostScale) return undefined;
  const digits = BigInt(`${sign}${figures}`);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

export function toNumber({ digits, scale }: Decimal): number {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, '0');
  const at = text.length - scale;
  return Number(`${negative ? '-' : ''}${text.slice(0, at)}.${text.slice(at)}`);
}

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  const raise = ({ digits, scale: own }: Decimal) => digits * 10n ** BigInt(scale - own);
  return { digits: raise(left) + raise(right), scale };
}

export function multiplyDecimals(left: Decimal, right: Decimal): Decimal | undefined {
  const scale = left.scale + right.scale;
  return scale > mostScale ? undefined : { digits: left.digits * right.digits, scale };
}

export function negateDecimal({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale };
}

/** The difference of two doubles that are not exact: none where they are equal but for their last bits. */
export function subtractNumbers(left: number, right: number): number {
  return isNearlyEqual(left, right) ? 0 : left - right;
}
