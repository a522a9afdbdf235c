/** What the pages are made of: the built course, from the memory of the integration. */
import { readSite } from 'virtual:fupan/site';
import type { ReportCard } from '../base/card/report-card.ts';
import type { Book } from '../report/book.ts';
import type { Specimen } from '../report/figures/build-gallery.ts';
import type { Course, CoursePage, ReportSummary, SiteContent, SiteReport } from './site-types.ts';
import { sortReports } from './summary/report-summary.ts';

const unbuilt: SiteContent = {
  course: { title: '', description: '', term: '', language: 'zh', mentors: [], phases: [], parts: [] },
  pages: [],
  reports: [],
  summaries: [],
  gallery: [],
  printed: false,
};

const getSite = (): SiteContent => readSite() ?? unbuilt;

/** Those whose pages are made. */
export async function loadReports(): Promise<SiteReport[]> {
  return getSite().reports;
}

/** Of every report of the course; those in its language first. */
export async function loadSummaries(): Promise<ReportSummary[]> {
  const { course, summaries } = getSite();
  return sortReports(summaries, course.language);
}

/** The reports that could be built. */
export async function loadBooks(): Promise<Book[]> {
  return (await loadReports()).filter((one) => !one.broken);
}

/** In reading order. */
export async function loadPages(): Promise<CoursePage[]> {
  return getSite().pages;
}

export async function loadCourse(): Promise<Course> {
  return getSite().course;
}

/** The example of every kind of figure, in the order of the catalogue. It changes with the program only. */
export function loadGallery(): Specimen[] {
  return getSite().gallery;
}

/** Of a report in a preview. */
export function findCard(report: string): ReportCard | undefined {
  return getSite().cards?.find((one) => one.report === report);
}

/** Whether the PDF of each report lies beside its pages. */
export function hasPdfs(): boolean {
  return getSite().printed;
}

/** A path for each report that has the page. */
export async function listBookPaths(hasPage: (book: Book) => boolean = () => true) {
  const books = (await loadBooks()).filter(hasPage);
  return books.map((book) => ({ params: { report: book.report }, props: { book } }));
}

/** A path for each of them, for the downloads. */
export function listSpecimenPaths() {
  return loadGallery().map((specimen) => ({ params: { kind: specimen.kind }, props: { specimen } }));
}

/** A path for each figure of the course, for its page and the downloads. */
export async function listFigurePaths() {
  return (await loadBooks()).flatMap((book) =>
    book.figures.map((figure, at) => ({
      params: { report: book.report, figure: figure.id },
      props: { book, figure, at },
    })),
  );
}
