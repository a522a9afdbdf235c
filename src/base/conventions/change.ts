/** A change in per cent is one of a base: it says nothing of a base of 0 or below, and there only the difference is shown. */

/** Per cent; null where the base is not positive. A negative number now is kept: 100 → −50 is −150 %. */
export function computeChangeRate(now: number | null, base: number | null): number | null {
  if (now === null || base === null || base <= 0) return null;
  return (100 * (now - base)) / base;
}

/** The same as SQL, of expressions of aggregates. */
export function buildChangeRateSql(difference: string, base: string): string {
  return `CASE WHEN ${base} > 0 THEN 100 * (${difference}) / (${base}) END`;
}
