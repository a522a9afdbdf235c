/** The running shares of numbers from the least to the most: `[members, amount]` in percent, from 0 to 100. */
export function computeLorenzCurve(numbers: readonly number[]): [members: number, amount: number][] {
  const sorted = numbers.toSorted((a, b) => a - b);
  const whole = sorted.reduce((sum, one) => sum + one, 0);
  let running = 0;
  return [
    [0, 0],
    ...sorted.map((one, i): [number, number] => {
      running += one;
      return [((i + 1) / sorted.length) * 100, (running / whole) * 100];
    }),
  ];
}

/**
 * Gini's coefficient of numbers that are not negative, 0 (all the same) to 1 − 1/n (all in one):
 * Σ(2i − n − 1)·xᵢ / (n·Σxᵢ) over the sorted numbers. Undefined where there is nothing to share.
 */
export function gini(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const count = sorted.length;
  const whole = sorted.reduce((sum, one) => sum + one, 0);
  if (!(whole > 0) || sorted[0]! < 0) return undefined;
  return sorted.reduce((sum, one, i) => sum + (2 * (i + 1) - count - 1) * one, 0) / (count * whole);
}
