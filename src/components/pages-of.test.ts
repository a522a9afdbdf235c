import { expect, test } from 'vitest';
import { sampleBook } from '../test/sample-book.ts';
import { pagesOf } from './pages-of.ts';

const slugs = (changes = {}) => pagesOf(sampleBook(changes)).map(({ slug }) => slug);

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
