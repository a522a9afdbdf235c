import type { Language } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';
import type { Book, BookBlock, BookChapter } from '../report/book.ts';
import type { Specimen } from '../report/figures/build-gallery.ts';

/** A report that could not be built (`build --draft`, `dev`). */
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

/** The built course as its pages see it. */
export interface SiteContent {
  course: Course;
  pages: CoursePage[];
  /** In order of name. */
  reports: SiteReport[];
  /** The example of every kind of figure, in the order of the catalogue. */
  gallery: Specimen[];
  /** Whether the PDF of each report lies beside its pages. */
  printed: boolean;
}
