/** People of a window of weeks, each counted once: how many came, and how many of them paid. */
export interface VisitWindow {
  /** Days of the term, both inclusive. */
  from: number;
  to: number;
  visitors: number;
  payers: number;
}

/** Days of a window: payers are shared out over its four weeks. */
const windowDays = 28;

/** Windows of four weeks, one after the other from the first day of the term. */
export function buildWindows(
  counts: readonly (readonly [visitors: number, payers: number])[],
): VisitWindow[] {
  return counts.map(([visitors, payers], index) => {
    const from = index * windowDays;
    return { from, to: from + windowDays - 1, visitors, payers };
  });
}
