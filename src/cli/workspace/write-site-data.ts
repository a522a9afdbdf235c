import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ChartPool } from '../../charts/draw/pool.ts';
import type { Book, Passage } from '../../report/book.ts';
import type { BuiltReport } from '../../report/build-book.ts';
import type { BuiltCourse } from '../../report/build-course.ts';
import { buildGallery } from '../../report/figures/build-gallery.ts';
import { assertSameOutline } from '../../report/mdx/outline-mdx.ts';
import { writeMdx } from '../../report/mdx/write-mdx.ts';
import { linkOrCopy } from './link-or-copy.ts';
import { getWorkFolders } from './work-folders.ts';

const imageFile = /\.(png|jpe?g|webp|gif)$/i;

function isBrokenReport({ book, problems }: BuiltReport): boolean {
  return !book || problems.some(({ severity }) => severity === 'error');
}

/** The books that can be printed whole, stamped as draft when they are one. */
export function listSoundBooks(built: BuiltCourse, draft: boolean): Book[] {
  return built.reports.flatMap((report) =>
    report.book && !isBrokenReport(report)
      ? [{ ...report.book, front: { ...report.book.front, draft: draft || report.book.front.draft } }]
      : [],
  );
}

/**
 * Lays a built course out as the site reads it: `course.json`, `gallery.json`, `pages/<slug>.json`, `books/<r>.json`,
 * `texts/reports/<r>/<slug>.mdx`, `texts/pages/<slug>.mdx`, `data/<r>/<table>.csv`, `media/<r>/…`. A broken report becomes the list of its problems.
 */
export async function writeSiteData(root: string, built: BuiltCourse, draft: boolean): Promise<void> {
  const { siteData } = getWorkFolders(root);
  await emptyFolder(siteData);
  await writeJson(join(siteData, 'course.json'), built.course);
  await writeGallery(root, built);
  for (const page of built.pages) {
    await writeJson(join(siteData, 'pages', `${page.slug}.json`), page);
    await writeText(siteData, `pages/${page.slug}`, page);
  }
  for (const broken of built.reports.filter(isBrokenReport)) {
    const { report, title, book, problems } = broken;
    const language = book?.language ?? built.course.language;
    await writeJson(join(siteData, 'books', `${report}.json`), {
      report,
      title,
      language,
      broken: true,
      problems,
    });
  }
  for (const book of listSoundBooks(built, draft)) {
    await writeJson(join(siteData, 'books', `${book.report}.json`), book);
    await writeTexts(siteData, book);
    await writeDownloads(root, book);
    await writeImages(root, built, book);
  }
}

/** Abstract and chapters as MDX. */
async function writeTexts(siteData: string, { report, abstract, chapters }: Book): Promise<void> {
  await writeText(siteData, `reports/${report}/index`, abstract);
  for (const chapter of chapters) await writeText(siteData, `reports/${report}/${chapter.slug}`, chapter);
}

async function writeText(siteData: string, name: string, passage: Passage): Promise<void> {
  const file = join(siteData, 'texts', `${name}.mdx`);
  const written = writeMdx(passage);
  assertSameOutline(written, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, written.text);
}

async function writeGallery(root: string, { course }: BuiltCourse): Promise<void> {
  const { siteData, cache } = getWorkFolders(root);
  const pool = new ChartPool();
  try {
    await writeJson(
      join(siteData, 'gallery.json'),
      await buildGallery(course.language, pool, join(cache, 'charts')),
    );
  } finally {
    await pool.close();
  }
}

async function writeDownloads(root: string, { report, datasets }: Book): Promise<void> {
  const { siteData, downloads } = getWorkFolders(root);
  for (const { name } of datasets) {
    const file = join(report, `${name}.csv`);
    await linkOrCopy(join(downloads, file), join(siteData, 'data', file));
  }
}

async function writeImages(root: string, { source }: BuiltCourse, { report }: Book): Promise<void> {
  const { siteData } = getWorkFolders(root);
  const files = source.reports.find((one) => one.report === report);
  for (const asset of files?.assets.filter((file) => imageFile.test(file)) ?? []) {
    await cp(
      join(root, asset),
      join(siteData, 'media', report, asset.slice((files?.folder.length ?? 0) + 1)),
    );
  }
}

async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

async function writeJson(file: string, data: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(data)}\n`);
}
