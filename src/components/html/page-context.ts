import { toValueAnchor } from '../../base/anchor.ts';
import type { Book, BookFigure, Target } from '../../report/book.ts';
import { type SiteWords, siteWords } from '../../words/site/site-words.ts';
import { findDataPage } from './data-pages.ts';
import { getReportPage, href } from './href.ts';
import { findLedgerPage } from './ledger-pages.ts';

/** What a part of a page needs to know about where it stands. */
export interface PageContext {
  book: Book;
  words: SiteWords;
  /** Slug of the page within the report; '' is its home. */
  page: string;
}

export function createPageContext(book: Book, page: string): PageContext {
  return { book, words: siteWords[book.language], page };
}

/** Link to a place of the same report. */
export function linkTo(context: PageContext, target: Target): string {
  const { book, page } = context;
  return href(
    getReportPage(book.report, page),
    getReportPage(book.report, findPage(book, target)),
    target.anchor,
  );
}

/** Ledger and tables of a large report are on several pages. */
function findPage(book: Book, { chapter, anchor }: Target): string {
  if (chapter === 'numbers') return findLedgerPage(book, anchor);
  return chapter === 'data' ? findDataPage(book, anchor) : chapter;
}

/** Link to the entry of a value in the ledger of the same report. */
export function linkToLedger(context: PageContext, name: string): string {
  return linkTo(context, { chapter: 'numbers', anchor: toValueAnchor(name) });
}

/** Link to a file of the same report: `data/users.csv`. */
export function linkToFile(context: PageContext, file: string): string {
  const { report } = context.book;
  return href(getReportPage(report, context.page), `reports/${report}/${file}`);
}

/** Slug of the page of a figure. */
export const getFigureSlug = ({ id }: Pick<BookFigure, 'id'>): string => `figures/${id}`;

/** Link to the page of a figure of the same report. */
export function linkToFigure(context: PageContext, figure: Pick<BookFigure, 'id'>): string {
  return linkToFile(context, `${getFigureSlug(figure)}.html`);
}
