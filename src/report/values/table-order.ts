/** `order` of a table: headings or expressions over its rows, `desc` after those that go downwards. */
import type { Cell } from '../../base/source-table.ts';

/** One thing that lines are ordered by. */
export interface OrderPart {
  text: string;
  isDown: boolean;
  /** Where it stands in a list of several. */
  at?: string;
}

export function parseOrder(order: string | readonly string[] | undefined): OrderPart[] {
  return [order ?? []].flat().map((one, at) => {
    const [, text = '', direction] = /^(.*?)(?:\s+(desc|asc))?$/is.exec(one.trim()) ?? [];
    return {
      text,
      isDown: direction?.toLowerCase() === 'desc',
      ...(typeof order === 'object' && { at: String(at) }),
    };
  });
}

/** By the first part, where that is the same by the next; blanks at the end. */
export function sortBy<T>(items: readonly T[], parts: readonly OrderPart[], read: (item: T) => Cell[]): T[] {
  const keyed = items.map((item) => ({ item, cells: read(item) }));
  const compare = (a: Cell[], b: Cell[]) => {
    for (const [at, { isDown }] of parts.entries()) {
      const [left, right] = [a[at] ?? null, b[at] ?? null];
      if (left === right) continue;
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return (isDown ? -1 : 1) * (left < right ? -1 : 1);
    }
    return 0;
  };
  return keyed.toSorted((a, b) => compare(a.cells, b.cells)).map(({ item }) => item);
}
