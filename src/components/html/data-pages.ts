import { memoize } from '../../base/memoize.ts';
import type { Book, BookDataset } from '../../report/book.ts';
import { splitEvenly } from './even-pages.ts';

/** A page of tables handed in. */
export interface DataPage {
  /** Within the report: `data/part-1`; `data` itself where one page holds all. */
  slug: string;
  number: number;
  datasets: BookDataset[];
}

/** A table with its columns and first rows has some two hundred elements. */
const tablesPerPage = 25;

/** The pages of a report's tables, in the order of the tables, alike in length. */
export const listDataPages = memoize(({ datasets }: Book): DataPage[] => {
  if (datasets.length <= tablesPerPage) return [{ slug: 'data', number: 1, datasets }];
  return splitEvenly(datasets, tablesPerPage).map((some, at) => ({
    slug: `data/part-${at + 1}`,
    number: at + 1,
    datasets: some,
  }));
});

export const toTableAnchor = (table: string): string => `t-${table}`;

/** The page on which the table of an anchor stands; the index for any other. */
export function findDataPage(book: Book, anchor: string): string {
  const page = listDataPages(book).find(({ datasets }) =>
    datasets.some(({ name }) => toTableAnchor(name) === anchor),
  );
  return page?.slug ?? 'data';
}
