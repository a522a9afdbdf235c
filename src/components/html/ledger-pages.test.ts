import { expect, test } from 'vitest';
import { toValueAnchor } from '../../base/anchor.ts';
import type { Book, BookValue } from '../../report/book.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import { findLedgerPage, listLedgerPages } from './ledger-pages.ts';
import { createPageContext, linkTo, linkToLedger } from './page-context.ts';

/** A report that cites so many values first in each of the chapters named; `none` cites them nowhere. */
function createBook(counts: Record<string, number>): Book {
  const book = createSampleBook();
  const [sample] = Object.values(book.values);
  const values = Object.entries(counts).flatMap(([chapter, count]) =>
    Array.from({ length: count }, (_, n): [string, BookValue] => {
      const name = `${chapter}数值${n}`;
      const places = chapter === 'none' ? [] : ['results', chapter];
      const cited = places.map((place) => ({ chapter: place, anchor: 'use-1', label: '' }));
      return [name, { ...sample!, name, cited }];
    }),
  );
  return { ...book, values: Object.fromEntries(values) };
}

const list = (book: Book) => listLedgerPages(book).map(({ slug, values }) => [slug, values.length]);

test('a short ledger is one page', () => {
  expect(list(createBook({ background: 45, none: 30 }))).toEqual([['numbers', 75]]);
});

test('a long one has a page a chapter in reading order, and one for what is cited nowhere', () => {
  expect(list(createBook({ none: 30, results: 20, background: 50, '': 3 }))).toEqual([
    ['numbers/abstract', 3],
    ['numbers/background', 50],
    ['numbers/results', 20],
    ['numbers/others', 30],
  ]);
});

test('a chapter of many values has several, told apart by name and title', () => {
  const pages = listLedgerPages(createBook({ background: 201 }));
  expect(pages.map(({ slug, title, values }) => [slug, title, values.length])).toEqual([
    ['numbers/background', '第 1 章　背景与方法（1/3）', 67],
    ['numbers/background-2', '第 1 章　背景与方法（2/3）', 67],
    ['numbers/background-3', '第 1 章　背景与方法（3/3）', 67],
  ]);
});

test('a chapter called as another page takes another name', () => {
  const book = createBook({ '': 60, Abstract: 60 });
  const [chapter] = book.chapters;
  book.chapters = [{ ...chapter!, slug: 'Abstract' }];
  expect(list(book).map(([slug]) => slug)).toEqual(['numbers/abstract', 'numbers/abstract-2']);
});

test('a link to a value leads to the page of its entry, one to the ledger to its index', () => {
  const book = createBook({ background: 70, results: 70 });
  const anchor = toValueAnchor('results数值3');
  expect(findLedgerPage(book, anchor)).toBe('numbers/results');
  const fragment = '#v-results数值3';
  expect(linkToLedger(createPageContext(book, 'background'), 'results数值3')).toBe(
    `numbers/results.html${fragment}`,
  );
  const part = createPageContext(book, 'numbers/background');
  expect(linkToLedger(part, 'results数值3')).toBe(`results.html${fragment}`);
  expect(linkTo(part, { chapter: 'numbers', anchor: '' })).toBe('../numbers.html');
  expect(linkTo(part, { chapter: 'background', anchor: 'use-1' })).toBe('../background.html#use-1');
});
