/** Remembers what `make` gave for an object: several tables ask the same of one world. */
export function memoize<W extends object, T>(compute: (world: W) => T): (world: W) => T {
  const cache = new WeakMap<W, { made: T }>();
  return (world) => {
    const there = cache.get(world) ?? { made: compute(world) };
    cache.set(world, there);
    return there.made;
  };
}
