import type { Book } from '../../report/book.ts';
import { siteWords } from '../../words/site/site-words.ts';
import { type DataPage, listDataPages } from '../html/data-pages.ts';
import { getReportPage } from '../html/href.ts';
import { type LedgerPage, listLedgerPages } from '../html/ledger-pages.ts';
import { getFigureSlug } from '../html/page-context.ts';
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
  const parts: Record<string, LinkedPage[]> = {
    numbers: listLedgerParts(book).map(({ slug, title }) =>
      toPage(book, slug, `${words.ledger.title}${words.gap}${title}`, 'part'),
    ),
    data: listDataParts(book).map(({ slug, number }, _, { length }) =>
      toPage(book, slug, words.data.part(number, length), 'part'),
    ),
  };
  return listMainPages(book).flatMap((page) => {
    const slug = /([^/]+)\.html$/.exec(page.path)?.[1] ?? '';
    return page.kind === 'appendix' ? [page, ...(parts[slug] ?? [])] : [page];
  });
}

/** Those that the navigation shows: without parts, which it takes the whole ledger to list. */
export function listMainPages(book: Book): LinkedPage[] {
  const words = siteWords[book.language];
  return [
    toPage(book, '', words.report.home, 'home'),
    ...book.chapters.map(({ slug, number, title }) => toPage(book, slug, title, 'chapter', String(number))),
    ...(hasFigures(book) ? [toPage(book, 'figures', words.figures.title, 'appendix')] : []),
    toPage(book, 'numbers', words.ledger.title, 'appendix'),
    toPage(book, 'data', words.data.title, 'appendix'),
    ...(hasReferences(book) ? [toPage(book, 'references', words.references.title, 'appendix')] : []),
  ];
}

/** The page of a figure between those of the ones before and after it. */
export function listFiguresAround(book: Book, at: number): LinkedPage[] {
  const words = siteWords[book.language];
  return book.figures
    .slice(Math.max(0, at - 1), at + 2)
    .map((figure) =>
      toPage(book, getFigureSlug(figure), figure.caption, 'part', words.figure(figure.number)),
    );
}

function toPage(
  { report }: Book,
  slug: string,
  title: string,
  kind: LinkedPage['kind'],
  number = '',
): LinkedPage {
  return { path: getReportPage(report, slug), title, number, kind };
}
