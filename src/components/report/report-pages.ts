import type { Book } from '../../report/book.ts';
import { siteWords } from '../../words/site/site-words.ts';
import { type DataPage, listDataPages } from '../html/data-pages.ts';
import { getReportPage } from '../html/href.ts';
import { type LedgerPage, listLedgerPages } from '../html/ledger-pages.ts';
import type { LinkedPage } from '../navigation/linked-page.ts';

export const hasFigures = (book: Book): boolean =>
  book.figures.length + book.pictures.length + book.tables.length > 0;
export const hasReferences = (book: Book): boolean => book.references.length > 0;

/** Pages of the ledger beside its index; none where the index holds all entries. */
export const listLedgerParts = (book: Book): LedgerPage[] =>
  listLedgerPages(book).filter(({ slug }) => slug !== 'numbers');

/** Pages of tables beside their index; none where the index holds all. */
export const listDataParts = (book: Book): DataPage[] =>
  listDataPages(book).filter(({ slug }) => slug !== 'data');

/** The pages of a report in reading order. A list that would be empty gets no page. */
export function listReportPages(book: Book): LinkedPage[] {
  const words = siteWords[book.language];
  const toPage = (slug: string, title: string, kind: LinkedPage['kind'], number = ''): LinkedPage => ({
    path: getReportPage(book.report, slug),
    title,
    number,
    kind,
  });
  return [
    toPage('', words.report.home, 'home'),
    ...book.chapters.map(({ slug, number, title }) => toPage(slug, title, 'chapter', String(number))),
    ...(hasFigures(book) ? [toPage('figures', words.figures.title, 'appendix')] : []),
    toPage('numbers', words.ledger.title, 'appendix'),
    ...listLedgerParts(book).map(({ slug, title }) =>
      toPage(slug, `${words.ledger.title}${words.gap}${title}`, 'part'),
    ),
    toPage('data', words.data.title, 'appendix'),
    ...listDataParts(book).map(({ slug, number }, _, { length }) =>
      toPage(slug, words.data.part(number, length), 'part'),
    ),
    ...(hasReferences(book) ? [toPage('references', words.references.title, 'appendix')] : []),
  ];
}
