/**
 * Shares a whole `total` out over `weights` by largest remainder: whole parts, exact sum,
 * ties to the earlier place. All weights 0 gives the total to the first place.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, weight) => left + weight, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? total : 0));
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const missing = total - parts.reduce((left, part) => left + part, 0);
  exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, missing)
    .forEach(({ index }) => {
      parts[index]! += 1;
    });
  return parts;
}
