import { expect, test } from 'vitest';
import { knownTables } from '../../schema/tables/known-tables.ts';
import { listEmptyWeeks } from '../facts/empty-weeks.ts';
import { computeGap } from '../facts/source-gaps.ts';
import { dataRules } from './data-rules.ts';

test.each(Object.entries(dataRules))('%s needs columns that exist', (_id, rule) => {
  for (const [table, columns] of Object.entries(rule.needs)) {
    const known = Object.keys(knownTables[table as keyof typeof knownTables].columns);
    expect(known).toEqual(expect.arrayContaining([...columns]));
  }
});

test('reconciliation: IAB UK allows 10 % of the reference; both 0 agree, one 0 does not', () => {
  expect(computeGap(1100, 1000, 0.1)).toMatchObject({ passed: true });
  expect(computeGap(1101, 1000, 0.1)).toMatchObject({ passed: false });
  expect(computeGap(900, 1000, 0.1)).toMatchObject({ passed: true });
  expect(computeGap(0, 0, 0.1)).toEqual({ difference: 0, passed: true });
  expect(computeGap(5, 0, 0.1)).toEqual({ difference: null, passed: false });
  expect(computeGap(0, 5, 1)).toMatchObject({ passed: false });
});

test('weeks are those of ISO 8601: 1 January 2027 is still in 2026-W53', () => {
  expect(listEmptyWeeks({ from: '2026-12-21', to: '2027-01-10' }, ['2026-12-21', '2027-01-01'])).toEqual([
    { week: '2027-W01', from: '2027-01-04', to: '2027-01-10' },
  ]);
});
