import type { Book, Target } from '../report/book.ts';
import { type SiteWords, siteWords } from '../words/site.ts';
import type { CoursePage } from './course.ts';
import { href, reportPage } from './href.ts';

/** What a part of a page needs to know about where it stands. */
export interface Scene {
  book: Book;
  words: SiteWords;
  /** Slug of the page within the report; '' is its home. */
  page: string;
  /** Footnotes already referred to on this page: only the first reference gets the way back. */
  noted: Set<number>;
}

export function sceneOf(book: Book, page: string): Scene {
  return { book, words: siteWords[book.language], page, noted: new Set() };
}

/** Link to a place of the same report. */
export function to(scene: Scene, target: Target): string {
  const { report } = scene.book;
  return href(reportPage(report, scene.page), reportPage(report, target.chapter), target.anchor);
}

/** Link to a file of the same report: `data/users.csv`. */
export function toFile(scene: Scene, file: string): string {
  const { report } = scene.book;
  return href(reportPage(report, scene.page), `reports/${report}/${file}`);
}

/** Scene of a page of the course: it has text only, so an empty book will do. */
export function pageScene({ slug, language }: CoursePage): Scene {
  const book: Book = {
    report: '',
    language,
    front: {
      title: '',
      team: '',
      mentor: '',
      period: { from: '', to: '' },
      date: '',
      keywords: [],
      cover: [],
      members: [],
      zone: '',
      simulated: false,
      draft: false,
    },
    abstract: [],
    chapters: [],
    values: {},
    figures: [],
    tables: [],
    datasets: [],
    checks: [],
    references: [],
    kpis: [],
    goals: [],
    coverage: { done: 0, total: 0, items: [] },
    problems: [],
  };
  return sceneOf(book, slug);
}
