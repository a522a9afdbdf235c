import { expect, test } from 'vitest';
import { Random } from './random.ts';
import { sortByNumber } from './sort-by-number.ts';

test('as a stable sort by the number, below zero too', () => {
  const random = new Random(7);
  for (const size of [0, 1, 2, 1000]) {
    const items = Array.from({ length: size }, (_, name) => ({
      name,
      at: random.int(-9_000_000, 9_700_000),
    }));
    const ties = items.map((item) => ({ ...item, at: Math.floor(item.at / 1_000_000) }));
    for (const each of [items, ties]) {
      expect(sortByNumber(each, ({ at }) => at)).toEqual([...each].sort((a, b) => a.at - b.at));
    }
  }
});
