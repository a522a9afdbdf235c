import { expect, test } from 'vitest';
import { computeBalances, findBreakEven } from './break-even.ts';

/** Published example (simplewoody.com, SEO content ROI): 300 for content, 500 visits a month worth 0.20 each. */
const content = Array.from({ length: 6 }, (_, month) => ({ cost: month === 0 ? 300 : 0, conversions: 500 }));
const paid = Array.from({ length: 6 }, () => ({ cost: 100, conversions: 500 }));

test('300 of content at 500 visits a month is paid back in month 3', () => {
  const all = computeBalances(content, paid);
  expect(findBreakEven(all)).toBe(2);
  expect(all[2]).toEqual({ spent: 300, same: 300 });
});

test('never, when the first stays dearer', () => {
  expect(
    findBreakEven(
      computeBalances(
        paid.map((month) => ({ ...month, cost: 101 })),
        paid,
      ),
    ),
  ).toBeUndefined();
});

test('before the second has conversions there is nothing to compare with', () => {
  const late = [null, { cost: 10, conversions: 0 }, { cost: 10, conversions: 1 }];
  const all = computeBalances([{ cost: 5, conversions: 1 }, null, null], late);
  expect(all.map(({ same }) => same)).toEqual([null, null, 20]);
  expect(findBreakEven(all)).toBe(2);
});

test('spending nothing for nothing is no break-even', () => {
  expect(
    findBreakEven(computeBalances([{ cost: 0, conversions: 0 }], [{ cost: 5, conversions: 1 }])),
  ).toBeUndefined();
});
