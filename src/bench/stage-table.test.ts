import { expect, test } from 'vitest';
import { formatStageTable } from './stage-table.ts';

test('shows medians, shares and spread', () => {
  const round = (a: number, b: number) => [
    { name: 'build', seconds: a },
    { name: 'site', seconds: b },
  ];
  expect(formatStageTable([round(1, 9), round(3, 2), round(2, 6)])).toBe(
    [
      'build             2.00 s   25%      1.00–3.00 s',
      'site              6.00 s   75%      2.00–9.00 s',
      'sum               8.00 s',
    ].join('\n'),
  );
});
