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
  // With none or all of them an end is 0 or 1, whatever the last bits of the arithmetic say.
  return {
    low: successes === 0 ? 0 : Math.max(0, middle - half),
    high: successes === trials ? 1 : Math.min(1, middle + half),
  };
}
