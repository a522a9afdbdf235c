import { expect, it } from 'vitest';
import { createProblem } from '../../../problems/catalog.ts';
import { createSampleBook } from '../../../test/sample-book.ts';
import { groupFindings } from './group-findings.ts';

const place = { file: 'data/a/weekly_review.csv' };
const findWeek = (week: string) =>
  createProblem('missing-week', place, {
    name: { zh: week, en: week },
    from: '2026-03-02',
    to: '2026-03-08',
  });

it('tells a kind once with its places, graver ones first, and leaves the parts to their strip', () => {
  const error = { ...findWeek('w3'), id: 'odd', severity: 'error' as const };
  const part = { ...findWeek('w4'), id: 'missing-part' };
  const groups = groupFindings(
    createSampleBook({
      problems: [findWeek('w1'), part, error, findWeek('w2')],
      ruleTitles: { 'missing-week': '每周一次评审' },
    }),
  );
  expect(groups.map(({ severity, title, texts }) => [severity, title, texts.length])).toEqual([
    ['error', '', 1],
    ['finding', '每周一次评审', 2],
  ]);
});
