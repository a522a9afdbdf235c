import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { createSampleBook } from '../../test/sample-book.ts';
import { listFiguresAround, listReportPages } from './report-pages.ts';

const pages = (changes = {}) =>
  listReportPages(createSampleBook(changes)).map(({ path }) => posix.basename(path, '.html'));

test('pages stand in reading order', () => {
  expect(pages()).toEqual(['index', 'background', 'results', 'figures', 'numbers', 'data', 'references']);
});

test('a list without entries has no page', () => {
  expect(pages({ references: [], figures: [], pictures: [], tables: [] })).toEqual([
    'index',
    'background',
    'results',
    'numbers',
    'data',
  ]);
});

test('parts of a long ledger follow its index', () => {
  const book = createSampleBook();
  const [value] = Object.values(book.values);
  const names = Array.from({ length: 101 }, (_, n) => `数值${n}`);
  const values = Object.fromEntries(names.map((name) => [name, { ...value!, name }]));
  const kinds = listReportPages({ ...book, values }).map(({ path, kind }) => `${kind} ${path}`);
  const at = kinds.indexOf('appendix reports/sample/numbers.html');
  expect(kinds[at + 1]).toMatch(/^part reports\/sample\/numbers\/\w+\.html$/);
  expect(kinds.at(-2)).toBe('appendix reports/sample/data.html');
});

test('the page of a figure stands between those of its neighbours', () => {
  const book = createSampleBook();
  const [figure] = book.figures;
  const figures = ['a', 'b', 'c'].map((id) => ({ ...figure!, id }));
  const around = (at: number) => listFiguresAround({ ...book, figures }, at).map(({ path }) => path);
  expect(around(0)).toEqual(['reports/sample/figures/a.html', 'reports/sample/figures/b.html']);
  expect(around(1)).toHaveLength(3);
});
