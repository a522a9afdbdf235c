import { getCollection, getEntry } from 'astro:content';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteData } from 'virtual:fupan/site-data';
import type { Book } from '../report/book.ts';
import type { Specimen } from '../report/figures/build-gallery.ts';
import type { Course, CoursePage, SiteReport } from './site-types.ts';

/** Read and parsed once for each state; pages of one report share it. */
const parsedFiles = new Map<string, unknown>();

function readParsed<T>(file: string, digest: string): T {
  const key = `${file} ${digest}`;
  if (!parsedFiles.has(key)) {
    for (const old of parsedFiles.keys()) if (old.startsWith(`${file} `)) parsedFiles.delete(old);
    parsedFiles.set(key, JSON.parse(readFileSync(join(siteData, file), 'utf8')));
  }
  return parsedFiles.get(key) as T;
}

/** Those in the language of the course first. */
export async function loadReports(): Promise<SiteReport[]> {
  const { language } = await loadCourse();
  const cards = await getCollection('reports');
  const reports = cards.map(({ id, data }) => readParsed<SiteReport>(`books/${id}.json`, data.digest));
  const foreign = (one: SiteReport): number => (one.language === language ? 0 : 1);
  return reports.sort((a, b) => foreign(a) - foreign(b));
}

/** The reports that could be built. */
export async function loadBooks(): Promise<Book[]> {
  return (await loadReports()).filter((one) => !one.broken);
}

export async function loadPages(): Promise<CoursePage[]> {
  const cards = await getCollection('pages');
  const ordered = cards.sort((a, b) => a.data.order - b.data.order);
  return ordered.map(({ id, data }) => readParsed<CoursePage>(`pages/${id}.json`, data.digest));
}

export async function loadCourse(): Promise<Course> {
  const entry = await getEntry('course', 'course');
  return entry?.data ?? { title: '', description: '', term: '', language: 'zh', mentors: [], phases: [] };
}

/** The example of every kind of figure, in the order of the catalogue. It changes with the program only. */
export function loadGallery(): Specimen[] {
  return readParsed<Specimen[]>('gallery.json', '');
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

/** A path for each figure of the course, for the downloads. */
export async function listFigurePaths() {
  return (await loadBooks()).flatMap((book) =>
    book.figures.map((figure) => ({ params: { report: book.report, figure: figure.id }, props: { figure } })),
  );
}
