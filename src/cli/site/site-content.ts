/** Between the built reports and the pages: what the site shows, and the files that lie beside it. */
import { join } from 'node:path';
import type { Language } from '../../base/language.ts';
import { ChartPool } from '../../charts/draw/pool.ts';
import type { Course, ReportSummary, SiteReport } from '../../components/site-types.ts';
import { groupParts } from '../../components/summary/group-parts.ts';
import { summarizeReport } from '../../components/summary/report-summary.ts';
import { Cache } from '../../files/cache.ts';
import type { LiveSite } from '../../integration/live-pages.ts';
import type { Site, SiteFile } from '../../integration/site-memory.ts';
import type { Book, Passage } from '../../report/book.ts';
import type { BuiltReport } from '../../report/build-book.ts';
import type { BuiltCourse } from '../../report/build-course.ts';
import { buildGallery, type Specimen } from '../../report/figures/build-gallery.ts';
import { assertSameOutline } from '../../report/mdx/outline-mdx.ts';
import { writeMdx } from '../../report/mdx/write-mdx.ts';
import { mediaFolder } from '../../report/tables/downloads.ts';
import { computeProgramHash } from '../../source/program-hash.ts';
import { getCacheFolders } from '../workspace/cache-folders.ts';
import { listShareCards } from './share-cards.ts';

function isBrokenReport({ book, problems }: BuiltReport): boolean {
  return !book || problems.some(({ severity }) => severity === 'error');
}

/** The books that can be printed whole, stamped as draft when they are one. */
export function listSoundBooks(built: BuiltCourse, draft: boolean): Book[] {
  return built.reports.flatMap((report) => toSoundBook(report, draft) ?? []);
}

/** Undefined when it cannot be printed whole. */
export function toSoundBook(report: BuiltReport, draft: boolean): Book | undefined {
  const { book } = report;
  if (!book || isBrokenReport(report)) return undefined;
  return { ...book, front: { ...book.front, draft: draft || book.front.draft } };
}

interface SiteOptions {
  draft: boolean;
  /** Whether PDFs are laid beside the pages. */
  printed: boolean;
  /** Reports whose pages are not made again. */
  kept?: readonly ReportSummary[];
}

/** Lays a built course out as its pages see it. A broken report becomes the list of its problems. */
export async function buildSiteContent(
  root: string,
  built: BuiltCourse,
  options: SiteOptions,
): Promise<Site> {
  const site = laySite(root, built, options);
  const cards = await listShareCards(
    built.course,
    listSoundBooks(built, options.draft),
    getCacheFolders(root).drawings,
  );
  const gallery = await drawGallery(root, built.course.language);
  // What is written late is written now.
  const files = [...site.files, ...cards];
  return { ...site, content: { ...site.content, gallery }, texts: { ...site.texts }, files };
}

/** The same for pages that are made one by one: each text is written, and the gallery drawn, when a page asks for it. */
export function buildLiveSite(root: string, built: BuiltCourse): LiveSite {
  const site = laySite(root, built, { draft: false, printed: false });
  const cards = built.reports.flatMap(({ card }) => card ?? []);
  const content = { ...site.content, cards };
  return { ...site, content, loadGallery: () => drawGallery(root, built.course.language) };
}

function laySite(root: string, built: BuiltCourse, { draft, printed, kept = [] }: SiteOptions): Site {
  const { pages } = built;
  const { language } = built.course;
  const books = listSoundBooks(built, draft);
  const broken = built.reports.filter(isBrokenReport).map((one) => toBrokenBook(one, language));
  const reports: SiteReport[] = [...books, ...broken].sort(compareNames);
  const wanted = [...new Set(built.course.required.flatMap(({ metrics }) => metrics.flat()))];
  return {
    content: {
      course: toSiteCourse(built),
      pages,
      reports,
      summaries: [...reports.map((one) => summarizeReport(one, wanted)), ...kept].sort(compareNames),
      gallery: [],
      printed,
    },
    texts: defineTexts([...listPageTexts(pages), ...books.flatMap(listBookTexts)]),
    files: books.flatMap((book) => [...listDownloads(root, book), ...listImages(root, book)]),
  };
}

const compareNames = (a: { report: string }, b: { report: string }): number => (a.report < b.report ? -1 : 1);

type NamedPassage = [name: string, passage: Passage];

const listPageTexts = (pages: BuiltCourse['pages']): NamedPassage[] =>
  pages.map((page) => [`pages/${page.slug}`, page]);

/** Abstract and chapters. */
function listBookTexts({ report, abstract, chapters }: Book): NamedPassage[] {
  const texts = chapters.map((chapter): NamedPassage => [`reports/${report}/${chapter.slug}`, chapter]);
  return [[`reports/${report}/index`, abstract], ...texts];
}

/** Each is written when it is read. */
function defineTexts(passages: readonly NamedPassage[]): Site['texts'] {
  const texts: Site['texts'] = {};
  for (const [name, passage] of passages)
    Object.defineProperty(texts, name, { enumerable: true, get: () => writeText(name, passage) });
  return texts;
}

function writeText(name: string, passage: Passage): string {
  const written = writeMdx(passage);
  assertSameOutline(written, name);
  return written.text;
}

function toBrokenBook({ report, title, book, problems }: BuiltReport, language: Language): SiteReport {
  return { report, title, language: book?.language ?? language, broken: true, problems };
}

function toSiteCourse({ course }: BuiltCourse): Course {
  const { title, description = '', term = '', url, language, mentors, phases, required } = course;
  const named = mentors.map((mentor) => ({ name: mentor.name, title: mentor.title ?? '' }));
  const toTitle = (part: (typeof required)[number]) =>
    language === 'en' ? (part.en ?? part.title) : part.title;
  const parts = groupParts(required).map(({ head, parts: own }) => ({
    // A part that stands by itself is its own chapter.
    title: own.includes(head) ? '' : toTitle(head),
    parts: own.map(toTitle),
  }));
  return {
    title,
    description,
    term,
    ...(url && { url }),
    language,
    mentors: named,
    phases,
    parts,
  };
}

const galleries = new Map<Language, Specimen[]>();

/** It changes with the program only: made once for each version. */
export async function drawGallery(root: string, language: Language, pool?: ChartPool): Promise<Specimen[]> {
  const known = galleries.get(language);
  if (known) return known;
  const { pages, drawings } = getCacheFolders(root);
  const cache = new Cache(pages);
  const file = `gallery-${language}.json`;
  const key = await computeProgramHash(['src']);
  let gallery = cache.readJson<Specimen[]>(file, key);
  if (!gallery) {
    gallery = await drawSpecimens(language, drawings, pool);
    await cache.writeJson(file, key, gallery);
  }
  galleries.set(language, gallery);
  return gallery;
}

async function drawSpecimens(language: Language, cache: string, given?: ChartPool): Promise<Specimen[]> {
  const pool = given ?? new ChartPool();
  try {
    return await buildGallery(language, pool, cache);
  } finally {
    if (!given) await pool.close();
  }
}

function listDownloads(root: string, { report, datasets }: Book): SiteFile[] {
  const { downloads } = getCacheFolders(root);
  return datasets.map(({ name }) => ({
    from: join(downloads, report, `${name}.csv`),
    to: `reports/${report}/data/${name}.csv`,
  }));
}

/** As wide as a page may show them, without what a camera wrote into them. */
function listImages(root: string, { report, images }: Book): SiteFile[] {
  const folder = join(getCacheFolders(root).downloads, report, mediaFolder);
  const names = new Set(Object.values(images).flatMap(({ sizes }) => sizes.map(({ name }) => name)));
  return [...names].map((name) => ({ from: join(folder, name), to: `reports/${report}/media/${name}` }));
}
