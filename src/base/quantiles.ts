/** Middle and percentiles of numbers. Empty lists have none: undefined. */

/** `0` to `1`; R's type 7, as `quantile_cont` of DuckDB: linear between neighbours, ends included. */
export function quantile(numbers: readonly number[], share: number): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  return low === undefined || high === undefined ? undefined : low + (high - low) * (at - Math.floor(at));
}

export function median(numbers: readonly number[]): number | undefined {
  return quantile(numbers, 0.5);
}

/** Median distance from the median, unscaled. */
export function medianAbsoluteDeviation(numbers: readonly number[]): number | undefined {
  const middle = median(numbers);
  return middle === undefined ? undefined : median(numbers.map((x) => Math.abs(x - middle)));
}

export function computeMean(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((a, b) => a + b, 0) / numbers.length;
}
