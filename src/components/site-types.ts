import type { ReportCard } from '../base/card/report-card.ts';
import type { Language } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';
import type { Attainment, FormattedValue } from '../base/value-series.ts';
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
  /** What other teams may have measured too. */
  measures: Measure[];
  coverage: { done: number; total: number };
  /** The required parts by the chapters of the course, `1` where one is covered. */
  parts: string[];
  counts: { chapters: number; figures: number; values: number };
}

/** The value of a metric, as a team has it. */
export interface Measure extends FormattedValue {
  /** Id in the metrics library; of a value without one the name of its goal. */
  metric: string;
  /** What the library, or the goal, calls it. */
  title: string;
  /** The team's own name for it. */
  name: string;
  unit: string;
  direction: 'higher' | 'lower' | 'none';
  interval?: { low: number; high: number; text: string };
  n?: FormattedValue;
  target?: FormattedValue;
  attainment?: Attainment;
  period?: { from: string; to: string };
  /** Of a value that is asked for by week: what is shown of each. */
  weeks: { label: string; value: number | null }[];
  /** File of its entry in the ledger and the anchor there. */
  entry: { page: string; anchor: string };
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
  /** The required parts by the chapters of the course, in the order of a summary's. */
  parts: { title: string; parts: string[] }[];
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
  /** Of a preview only: how far each report keeps what is asked of it. */
  cards?: ReportCard[];
}
