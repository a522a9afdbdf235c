/** Which segments a change comes from: each one's change as a share of the whole change. */
interface Contribution {
  segment: string;
  change: number;
  /** Of the whole change; undefined where that is 0. The shares add up to 1, single ones may be below 0 or above 1. */
  share: number | undefined;
}

/** Ordered from the largest change, either way. A segment that one side lacks counts as 0 there. */
export function computeContributions(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Contribution[] {
  const segments = [...new Set([...before.keys(), ...after.keys()])];
  const changes = segments.map((segment) => ({
    segment,
    change: (after.get(segment) ?? 0) - (before.get(segment) ?? 0),
  }));
  const whole = changes.reduce((sum, { change }) => sum + change, 0);
  return changes
    .map((one) => ({ ...one, share: whole === 0 ? undefined : one.change / whole }))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.segment < b.segment ? -1 : 1));
}
