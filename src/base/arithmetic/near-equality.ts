/** Numbers that differ by less than this share of the larger are equal: sums of doubles are no nearer to the truth. */
const nearness = 1e-9;

/** −1, 0, 1: below, level, above. What prints alike is not level for that. */
export type Side = -1 | 0 | 1;

export function compareNumbers(left: number, right: number): Side {
  if (isNearlyEqual(left, right)) return 0;
  return left > right ? 1 : -1;
}

export function isNearlyEqual(left: number, right: number): boolean {
  return left === right || Math.abs(left - right) < nearness * Math.max(Math.abs(left), Math.abs(right));
}
