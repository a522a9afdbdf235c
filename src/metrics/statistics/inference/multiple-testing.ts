/** Several tests at once. */

/** p values adjusted so that of those below q a share of at most q is false (Y. Benjamini & Y. Hochberg 1995). */
export function adjustBenjaminiHochberg(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[b]! - ps[a]!);
  const adjusted = ps.map(() => 1);
  let least = 1;
  order.forEach((i, at) => {
    least = Math.min(least, (ps[i]! * ps.length) / (ps.length - at));
    adjusted[i] = least;
  });
  return adjusted;
}

/** p values adjusted so that the chance of any false call stays below alpha (C. E. Bonferroni 1936). */
export function adjustBonferroni(ps: readonly number[]): number[] {
  return ps.map((p) => Math.min(1, p * ps.length));
}
