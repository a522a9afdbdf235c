/**
 * Remembers what `compute` gave for the same texts and numbers; of more than `most` it begins anew. What it gives must not be
 * changed.
 */
export function memoizeAnswers<Given extends readonly (string | number)[], T>(
  compute: (...given: Given) => T,
  most = 2000,
): (...given: Given) => T {
  const answers = new Map<string, { made: T }>();
  return (...given) => {
    const key = given.join('\0');
    const there = answers.get(key) ?? { made: compute(...given) };
    if (answers.size >= most) answers.clear();
    answers.set(key, there);
    return there.made;
  };
}

/** Remembers what `make` gave for an object: several tables ask the same of one world. */
export function memoize<W extends object, T>(compute: (world: W) => T): (world: W) => T {
  const cache = new WeakMap<W, { made: T }>();
  return (world) => {
    const there = cache.get(world) ?? { made: compute(world) };
    cache.set(world, there);
    return there.made;
  };
}
