import { getCollection, getEntry } from 'astro:content';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shelf } from 'virtual:fupan';
import type { Book } from '../report/book.ts';
import type { Specimen } from '../report/gallery.ts';
import type { Course, CoursePage, Shelved } from './course.ts';

/** Read and parsed once for each state; pages of one report share it. */
const open = new Map<string, unknown>();

function take<T>(file: string, digest: string): T {
  const key = `${file} ${digest}`;
  if (!open.has(key)) {
    for (const old of open.keys()) if (old.startsWith(`${file} `)) open.delete(old);
    open.set(key, JSON.parse(readFileSync(join(shelf, file), 'utf8')));
  }
  return open.get(key) as T;
}

/** Those in the language of the course first. */
export async function allReports(): Promise<Shelved[]> {
  const { language } = await theCourse();
  const cards = await getCollection('reports');
  const reports = cards.map(({ id, data }) => take<Shelved>(`books/${id}.json`, data.digest));
  const foreign = (one: Shelved): number => (one.language === language ? 0 : 1);
  return reports.sort((a, b) => foreign(a) - foreign(b));
}

/** The reports that could be settled. */
export async function allBooks(): Promise<Book[]> {
  return (await allReports()).filter((one) => !one.broken);
}

export async function allPages(): Promise<CoursePage[]> {
  const cards = await getCollection('pages');
  const ordered = cards.sort((a, b) => a.data.order - b.data.order);
  return ordered.map(({ id, data }) => take<CoursePage>(`pages/${id}.json`, data.digest));
}

export async function theCourse(): Promise<Course> {
  const entry = await getEntry('course', 'course');
  return entry?.data ?? { title: '', description: '', term: '', language: 'zh', mentors: [], phases: [] };
}

/** The example of every kind of figure, in the order of the catalogue. It changes with the program only. */
export function theGallery(): Specimen[] {
  return take<Specimen[]>('gallery.json', '');
}

/** A path for each of them, for the downloads. */
export function specimenPaths() {
  return theGallery().map((specimen) => ({ params: { kind: specimen.kind }, props: { specimen } }));
}

/** A path for each figure of the course, for the downloads. */
export async function allFigures() {
  return (await allBooks()).flatMap((book) =>
    book.figures.map((figure) => ({ params: { report: book.report, figure: figure.id }, props: { figure } })),
  );
}
