import { Anchors, toValueAnchor } from '../../base/anchor.ts';
import { memoize } from '../../base/memoize.ts';
import type { Book, BookValue } from '../../report/book.ts';
import { siteWords } from '../../words/site/site-words.ts';
import { splitEvenly } from './even-pages.ts';

/** A page of entries of the ledger. */
export interface LedgerPage {
  /** Within the report: `numbers/analytics`; `numbers` itself where one page holds all. */
  slug: string;
  title: string;
  /** Of a chapter, in the order in which it cites them; of a whole report in that of `metrics.yaml`. */
  values: BookValue[];
}

/** An entry has some sixty elements: a page of so many is read and searched at once on a phone. */
const valuesPerPage = 90;
/** One page that has the index too, with ten elements a line. */
const valuesOnOnePage = 75;

/** A chapter, the abstract, or what is in neither, with the values that it is the first to cite. */
interface Chapter {
  name: string;
  title: string;
  values: BookValue[];
}

/** The pages of a report's ledger. A value stands with the chapter that cites it first, those never cited come last. */
export const listLedgerPages = memoize((book: Book): LedgerPage[] => {
  const values = Object.values(book.values);
  const words = siteWords[book.language];
  if (values.length <= valuesOnOnePage) return [{ slug: 'numbers', title: words.ledger.title, values }];
  // Without capitals, since names of pages that differ by case only are one file on some systems.
  const names = new Anchors();
  return listChapters(book).flatMap(({ name, title, values: own }) => {
    return splitEvenly(own, valuesPerPage).map((values, at, { length }) => ({
      slug: `numbers/${names.take(name)}`,
      title: length > 1 ? words.ledger.part(title, at + 1, length) : title,
      values,
    }));
  });
});

function listChapters(book: Book): Chapter[] {
  const words = siteWords[book.language];
  const home = { slug: '', name: 'abstract', title: words.report.abstract };
  const chapters = book.chapters.map(({ slug, number, title }) => ({
    slug,
    name: slug,
    title: `${words.chapter(number)}${words.gap}${title}`,
  }));
  const places = [home, ...chapters];
  const last = { name: 'others', title: words.ledger.uncited };
  const byPlace = Map.groupBy(Object.values(book.values), ({ cited }) =>
    places.find(({ slug }) => cited.some(({ chapter }) => chapter === slug)),
  );
  const found = places.map((place) => ({
    ...place,
    values: sortByUse(byPlace.get(place) ?? [], place.slug),
  }));
  return [...found, { ...last, values: byPlace.get(undefined) ?? [] }];
}

/** In the order in which a chapter cites them first. */
function sortByUse(values: readonly BookValue[], slug: string): BookValue[] {
  return values
    .map((value) => ({ value, use: findFirstUse(value.cited, slug) }))
    .sort((a, b) => a.use - b.use)
    .map(({ value }) => value);
}

/** Which of the places of a chapter that show a value is the first of these: their anchors, `use-7`, count through it. */
export function findFirstUse(cited: BookValue['cited'], slug: string): number {
  const own = cited.filter(({ chapter }) => chapter === slug);
  return Math.min(...own.map(({ anchor }) => Number(/\d+$/.exec(anchor)?.[0] ?? 0)));
}

const mapAnchors = memoize(
  (book: Book) =>
    new Map(
      listLedgerPages(book).flatMap(({ slug, values }) =>
        values.map(({ name }) => [toValueAnchor(name), slug] as const),
      ),
    ),
);

/** The page on which the entry of an anchor stands; the index for any other. */
export function findLedgerPage(book: Book, anchor: string): string {
  return mapAnchors(book).get(anchor) ?? 'numbers';
}
