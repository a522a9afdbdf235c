import type { Book } from '../../report/book.ts';
import { siteWords } from '../../words/site/site-words.ts';

interface PageLink {
  slug: string;
  /** Number of a chapter; '' for the other pages. */
  number: string;
  title: string;
  kind: 'home' | 'chapter' | 'appendix';
}

export const hasFigures = (book: Book): boolean => book.figures.length + book.tables.length > 0;
export const hasReferences = (book: Book): boolean => book.references.length > 0;

/** The pages of a report in reading order. A list that would be empty gets no page. */
export function listReportPages(book: Book): PageLink[] {
  const words = siteWords[book.language];
  const chapters = book.chapters.map(
    ({ slug, number, title }): PageLink => ({ slug, number: String(number), title, kind: 'chapter' }),
  );
  const appendix = (slug: string, title: string): PageLink => ({ slug, number: '', title, kind: 'appendix' });
  return [
    { slug: '', number: '', title: words.report.home, kind: 'home' },
    ...chapters,
    ...(hasFigures(book) ? [appendix('figures', words.figures.title)] : []),
    appendix('numbers', words.ledger.title),
    appendix('data', words.data.title),
    ...(hasReferences(book) ? [appendix('references', words.references.title)] : []),
  ];
}
