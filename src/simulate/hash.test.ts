import { expect, test } from 'vitest';
import { hashNumber, hashText } from './hash.ts';

test('a text as FNV-1a gives it, and another hash for another seed', () => {
  // Test vectors of the authors, Fowler, Noll and Vo.
  const vectors = { '': 0x811c9dc5, a: 0xe40c292c, foobar: 0xbf9cf968 };
  for (const [text, hash] of Object.entries(vectors)) expect(hashText(text) >>> 0).toBe(hash);
  expect(hashText('a', 1)).not.toBe(hashText('a'));
});

test('numbers beside each other fall far apart, evenly', () => {
  const buckets = new Array<number>(16).fill(0);
  for (let number = 0; number < 1600; number++) buckets[hashNumber(number) >>> 28]! += 1;
  for (const count of buckets) expect(Math.abs(count - 100)).toBeLessThan(10);
  expect(hashNumber(7, 1)).not.toBe(hashNumber(7));
});
