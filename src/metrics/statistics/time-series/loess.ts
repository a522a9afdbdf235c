/**
 * Local regression on evenly spaced numbers (R. B. Cleveland, W. S. Cleveland, J. E. McRae, I. Terpenning 1990, STL,
 * Journal of Official Statistics 6, 3–73, section 3.2). Places count from 1, as in the paper.
 */
export interface Loess {
  /** How many neighbours a fit uses. */
  span: number;
  degree: 0 | 1;
  /** Fits every `jump`-th place and draws straight lines between. */
  jump: number;
}

interface Window {
  from: number;
  to: number;
}

/** The smoothed numbers. `weights`: one for each number, from robust fitting. */
export function smoothLoess(numbers: readonly number[], loess: Loess, weights?: readonly number[]): number[] {
  const n = numbers.length;
  if (n < 2) return [...numbers];
  const jump = Math.min(loess.jump, n - 1);
  const places: number[] = [];
  for (let at = 1; at <= n; at += jump) places.push(at);
  if (places.at(-1) !== n) places.push(n);
  const smoothed = [...numbers];
  for (const at of places) {
    smoothed[at - 1] = fitAt(numbers, at, getWindow(at, n, loess.span), loess, weights) ?? numbers[at - 1]!;
  }
  for (let i = 1; i < places.length; i++) interpolateBetween(smoothed, places[i - 1]! - 1, places[i]! - 1);
  return smoothed;
}

function interpolateBetween(numbers: number[], from: number, to: number): void {
  const step = (numbers[to]! - numbers[from]!) / (to - from);
  for (let i = from + 1; i < to; i++) numbers[i] = numbers[from]! + step * (i - from);
}

/** The `span` places nearest to `at`. */
function getWindow(at: number, n: number, span: number): Window {
  if (span >= n) return { from: 1, to: n };
  const from = Math.min(Math.max(1, at - Math.floor((span + 1) / 2) + 1), n - span + 1);
  return { from, to: from + span - 1 };
}

/** The fit at one place, which may lie outside the numbers; undefined where no number has weight there. */
export function fitAt(
  numbers: readonly number[],
  at: number,
  { from, to }: Window,
  { span, degree }: Loess,
  weights?: readonly number[],
): number | undefined {
  const n = numbers.length;
  // A span beyond the numbers widens the window as the authors' program does.
  const reach = Math.max(at - from, to - at) + (span > n ? Math.floor((span - n) / 2) : 0);
  const near: number[] = [];
  for (let j = from; j <= to; j++) near.push(tricube(Math.abs(j - at), reach) * (weights?.[j - 1] ?? 1));
  const all = near.reduce((a, b) => a + b, 0);
  if (!(all > 0)) return undefined;
  const share = near.map((weight) => weight / all);
  const middle = share.reduce((sum, weight, i) => sum + weight * (from + i), 0);
  const spread = share.reduce((sum, weight, i) => sum + weight * (from + i - middle) ** 2, 0);
  const tilted = degree === 1 && reach > 0 && Math.sqrt(spread) > 0.001 * (n - 1);
  const slope = tilted ? (at - middle) / spread : 0;
  return share.reduce(
    (sum, weight, i) => sum + weight * (1 + slope * (from + i - middle)) * numbers[from + i - 1]!,
    0,
  );
}

function tricube(distance: number, reach: number): number {
  if (distance > 0.999 * reach) return 0;
  return distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3;
}
