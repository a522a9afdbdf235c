/**
 * How many decimals a number is shown with: three significant digits, whole things whole, money in full units from a hundred on
 * and with its cents below. Numbers of one column or series are alike.
 */
import { isMoneyUnit, isWholeUnit } from '../unit.ts';

export interface Digits {
  least: number;
  most: number;
}

const significant = 3;
const mostDecimals = 6;
const cents = 2;
/** From here on cents are no longer of interest. */
const wholeMoney = 100;

/** Of a number alone; zeros at its end are dropped, but for cents. */
export function resolveOwnDigits(value: number, unit: string): Digits {
  if (isMoneyUnit(unit)) {
    const hasCents = value !== 0 && roundTo(Math.abs(value), cents) < wholeMoney;
    return hasCents ? { least: cents, most: cents } : { least: 0, most: 0 };
  }
  return { least: 0, most: isWholeUnit(unit) ? 0 : countSignificantDecimals(value) };
}

/** Of numbers under one another: as many decimals for all, by the middle one, and enough for the smallest not to look like nothing. */
export function resolveColumnDigits(values: readonly (number | null)[], unit: string): number {
  const sizes = values
    .filter((value) => value !== null && value !== 0 && Number.isFinite(value))
    .map((value) => Math.abs(value!))
    .sort((a, b) => a - b);
  const [least] = sizes;
  if (least === undefined || isWholeUnit(unit)) return 0;
  const middle = sizes[Math.floor((sizes.length - 1) / 2)]!;
  if (isMoneyUnit(unit)) return middle >= wholeMoney && least >= 1 ? 0 : cents;
  const wanted = countSignificantDecimals(middle);
  const seen = Math.ceil(-Math.log10(least) - 1e-9);
  return dropZeros(sizes, Math.min(Math.max(wanted, Math.min(seen, wanted + 2)), mostDecimals));
}

/** Decimals that no number of the column needs are left out. */
function dropZeros(sizes: readonly number[], digits: number): number {
  const rounded = sizes.map((size) => roundTo(size, digits));
  const isEnough = (fewer: number) =>
    rounded.every((size) => Math.abs(roundTo(size, fewer) - size) < 1e-9 * Math.max(1, size));
  let kept = digits;
  while (kept > 0 && isEnough(kept - 1)) kept--;
  return kept;
}

function countSignificantDecimals(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return Math.min(mostDecimals, Math.max(0, significant - 1 - magnitude));
}

function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
