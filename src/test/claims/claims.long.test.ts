import { expect, test } from 'vitest';
import { tryClaims } from './claims.sample.ts';

test('none of a hundred thousand inputs makes a false claim', () => {
  // 34 kinds.
  const { wrong, claims } = tryClaims(2_950, 17);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(claims).toBeGreaterThan(150_000);
}, 1_200_000);
