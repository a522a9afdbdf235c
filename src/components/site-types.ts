import type { Language } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';
import type { Attainment } from '../base/value-series.ts';
import type { Book, BookBlock, BookChapter, BookFront } from '../report/book.ts';
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

/**
 * What the pages of the course tell of a report. It is kept with the published site: a build of one report shows the
 * others as they were published.
 */
export type ReportSummary = BookSummary | BrokenSummary;

interface BrokenSummary {
  report: string;
  broken: true;
  title: string;
  language?: Language;
  problems: number;
}

export interface BookSummary {
  report: string;
  broken?: false;
  language: Language;
  front: Pick<BookFront, 'title' | 'subtitle' | 'team' | 'mentor' | 'period' | 'draft' | 'simulated'>;
  /** The first few of its figures. */
  kpis: { label: string; text: string }[];
  goals: { kpi: string; attainment: Attainment }[];
  coverage: { done: number; total: number };
  counts: { chapters: number; figures: number; values: number };
}

export interface Course {
  title: string;
  description: string;
  term: string;
  /** Where the site is published, with a `/` at its end. */
  url?: string;
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
  /** Those whose pages are made, in order of name. */
  reports: SiteReport[];
  /** Of all there are, in order of name. */
  summaries: ReportSummary[];
  /** The example of every kind of figure, in the order of the catalogue. */
  gallery: Specimen[];
  /** Whether the PDF of each report lies beside its pages. */
  printed: boolean;
}
