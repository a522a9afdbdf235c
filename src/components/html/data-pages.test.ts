import { expect, test } from 'vitest';
import { createSampleBook } from '../../test/sample-book.ts';
import { findDataPage, listDataPages } from './data-pages.ts';
import { createPageContext, linkTo } from './page-context.ts';

function createBook(tables: number) {
  const book = createSampleBook();
  const datasets = Array.from({ length: tables }, (_, n) => ({ ...book.datasets[0]!, name: `t${n}` }));
  return { ...book, datasets };
}

test('few tables are one page', () => {
  expect(listDataPages(createBook(25)).map(({ slug }) => slug)).toEqual(['data']);
  expect(listDataPages(createBook(0)).map(({ slug }) => slug)).toEqual(['data']);
});

test('many are on pages alike in length, and a link leads to the one that has the table', () => {
  const book = createBook(49);
  expect(listDataPages(book).map(({ slug, datasets }) => [slug, datasets.length])).toEqual([
    ['data/part-1', 25],
    ['data/part-2', 24],
  ]);
  expect(findDataPage(book, 't-t30')).toBe('data/part-2');
  const target = { chapter: 'data', anchor: 't-t3' };
  expect(linkTo(createPageContext(book, 'numbers/analytics'), target)).toBe('../data/part-1.html#t-t3');
  expect(linkTo(createPageContext(book, 'data/part-1'), { chapter: 'data', anchor: '' })).toBe(
    '../data.html',
  );
});
