import { expect, test } from 'vitest';
import { createSampleBook } from '../../test/sample-book.ts';
import { listReportPages } from './report-pages.ts';

const slugs = (changes = {}) => listReportPages(createSampleBook(changes)).map(({ slug }) => slug);

test('pages stand in reading order', () => {
  expect(slugs()).toEqual(['', 'background', 'results', 'figures', 'numbers', 'data', 'references']);
});

test('a list without entries has no page', () => {
  expect(slugs({ references: [], figures: [], tables: [] })).toEqual([
    '',
    'background',
    'results',
    'numbers',
    'data',
  ]);
});
