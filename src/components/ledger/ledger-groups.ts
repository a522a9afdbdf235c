/** The values of a ledger under headings: of sections, or of chapters. */
import type { Book, BookChapter, BookValue } from '../../report/book.ts';
import { ledgerWords } from '../../words/site/ledger-words.ts';
import { siteWords } from '../../words/site/site-words.ts';
import { findFirstUse } from '../html/ledger-pages.ts';

/** Values that belong together: `title` is empty where there is nothing to part them by. */
export interface LedgerGroup {
  /** Anchor of its heading. */
  id: string;
  title: string;
  values: BookValue[];
}

/** By the section that cites each first where they are of one chapter, else by chapter. In reading order. */
export function groupValues(values: readonly BookValue[], book: Book): LedgerGroup[] {
  const places = listPlaces(book);
  const findPlace = ({ cited }: BookValue) =>
    places.findIndex(({ slug }) => cited.some(({ chapter }) => chapter === slug));
  const first = values[0] && findPlace(values[0]);
  const chapter = first === undefined ? undefined : book.chapters[first - 1];
  const isOne = values.every((value) => findPlace(value) === first);
  if (isOne && !chapter) return values.length > 0 ? [{ id: 'g-0', title: '', values: [...values] }] : [];
  const { titles, find } =
    isOne && chapter
      ? mapSections(chapter, book)
      : {
          titles: [...places.map(({ title }) => title), siteWords[book.language].ledger.uncited],
          find: findPlace,
        };
  const byTitle = Map.groupBy(values, (value) => (find(value) + titles.length) % titles.length);
  return titles.flatMap((title, at) => {
    const own = byTitle.get(at);
    return own ? [{ id: `g-${at}`, title, values: own }] : [];
  });
}

/** The abstract and the chapters. */
function listPlaces({ chapters, language }: Book): { slug: string; title: string }[] {
  const words = siteWords[language];
  return [
    { slug: '', title: words.report.abstract },
    ...chapters.map(({ slug, number, title }) => ({
      slug,
      title: `${words.chapter(number)}${words.gap}${title}`,
    })),
  ];
}

/** The sections of a chapter, what stands before any heading first, and the one that cites a value first. */
function mapSections({ slug, sections = [] }: BookChapter, { language }: Book) {
  const { gap } = siteWords[language];
  const titles = sections.map(({ number, text }) => (number ? `${number}${gap}${text}` : text));
  const find = ({ cited }: BookValue) => {
    const use = findFirstUse(cited, slug);
    return sections.filter(({ usesBefore }) => usesBefore < use).length;
  };
  return { titles: [ledgerWords[language].opening, ...titles], find };
}
