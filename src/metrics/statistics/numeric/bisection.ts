/** Where an increasing function first reaches `aim` between two bounds, by halving. */
export function solveByBisection(
  rising: (x: number) => number,
  aim: number,
  bounds: { low: number; high: number },
): number {
  let { low, high } = bounds;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (rising(middle) < aim) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
