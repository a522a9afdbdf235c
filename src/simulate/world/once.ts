/** Remembers what `make` gave for an object: several tables ask the same of one world. */
export function once<W extends object, T>(make: (world: W) => T): (world: W) => T {
  const known = new WeakMap<W, { made: T }>();
  return (world) => {
    const there = known.get(world) ?? { made: make(world) };
    known.set(world, there);
    return there.made;
  };
}
