import type { Language } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';
import type { Book, BookBlock, BookChapter } from '../report/book.ts';

/** A report that could not be built (`build --draft`). */
export interface BrokenBook {
  report: string;
  broken: true;
  title: string;
  language?: Language;
  problems: Problem[];
}

export type SiteReport = (Book & { broken?: false }) | BrokenBook;

export interface Course {
  title: string;
  description: string;
  term: string;
  language: Language;
  mentors: { name: string; title: string }[];
  phases: { title: string; from: string; to: string }[];
}

/** A page of the course beside its reports. */
export interface CoursePage {
  slug: string;
  title: string;
  /** Slug of the page it belongs to. */
  in?: string;
  language: Language;
  blocks: BookBlock[];
  footnotes: BookChapter['footnotes'];
}
