import { expect, test } from 'vitest';
import { createSampleBook } from '../../test/sample-book.ts';
import { countGoalsMet, sortReports, summarizeReport } from './report-summary.ts';

test('a goal without a result is not met', () => {
  const [goal] = createSampleBook().goals;
  const none = { value: null, text: '—', outcome: 'open' } as const;
  expect(countGoalsMet({ goals: goal ? [goal, { ...goal, attainment: none }] : [] })).toBe(1);
});

test('reports in the language of the course come first, in their order', () => {
  const reports = [{ n: 1, language: 'en' as const }, { n: 2, language: 'zh' as const }, { n: 3 }];
  expect(sortReports(reports, 'zh').map(({ n }) => n)).toEqual([2, 1, 3]);
});

test('a summary outlives its book: it is plain data, and small', () => {
  const summary = summarizeReport(createSampleBook(), []);
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  expect(JSON.stringify(summary).length).toBeLessThan(2000);
});
