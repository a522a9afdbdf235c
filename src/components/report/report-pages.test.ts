import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { createSampleBook } from '../../test/sample-book.ts';
import { listReportPages } from './report-pages.ts';

const pages = (changes = {}) =>
  listReportPages(createSampleBook(changes)).map(({ path }) => posix.basename(path, '.html'));

test('pages stand in reading order', () => {
  expect(pages()).toEqual(['index', 'background', 'results', 'figures', 'numbers', 'data', 'references']);
});

test('a list without entries has no page', () => {
  expect(pages({ references: [], figures: [], tables: [] })).toEqual([
    'index',
    'background',
    'results',
    'numbers',
    'data',
  ]);
});
