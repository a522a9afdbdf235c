/** Two-sided 95 % quantile of the normal distribution. */
const Z95 = 1.959963984540054;

/** Wilson's score interval of a share, as fractions; undefined without trials (E. B. Wilson 1927). */
export function wilsonInterval(
  successes: number,
  trials: number,
  z: number = Z95,
): { low: number; high: number } | undefined {
  if (!(trials > 0) || successes < 0 || successes > trials) return undefined;
  const share = successes / trials;
  const square = (z * z) / trials;
  const middle = (share + square / 2) / (1 + square);
  const half = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
