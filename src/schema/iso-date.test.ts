import { expect, test } from 'vitest';
import { isoDate, writtenPeriod } from './iso-date.ts';

test.each(['2026-03-02', '2028-02-29'])('%s is a day', (day) =>
  expect(isoDate.safeParse(day).success).toBe(true),
);
test.each(['2026-3-2', '2026/03/02', '2026-02-30', '2026-13-01', ''])('%s is none', (day) =>
  expect(isoDate.safeParse(day).success).toBe(false),
);

const period = { from: '2026-03-02', to: '2026-06-28' };

test('a period is written in two ways', () => {
  expect(writtenPeriod.parse(period)).toEqual(period);
  expect(writtenPeriod.parse('2026-03-02..2026-06-28')).toEqual(period);
  expect(writtenPeriod.parse('2026-03-02 .. 2026-06-28')).toEqual(period);
});

test.each(['2026-06-28..2026-03-02', '2026-03-02', '2026-03-02..', { from: '2026-03-02' }])(
  '%j is no period',
  (one) => expect(writtenPeriod.safeParse(one).success).toBe(false),
);
