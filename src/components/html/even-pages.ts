/** A list in pages of at most `most`, alike in length; none of an empty list. */
export function splitEvenly<T>(items: readonly T[], most: number): T[][] {
  const count = Math.ceil(items.length / most);
  const length = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, at) => items.slice(at * length, (at + 1) * length));
}
