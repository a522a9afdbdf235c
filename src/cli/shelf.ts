import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ChartPool } from '../charts/pool.ts';
import type { Book } from '../report/book.ts';
import type { SettledCourse } from '../report/course.ts';
import { settleGallery } from '../report/gallery.ts';
import type { SettledReport } from '../report/settle.ts';
import { share } from './share.ts';
import { workFolders } from './work-folders.ts';

const picture = /\.(png|jpe?g|webp|gif)$/i;

export function isBroken({ book, problems }: SettledReport): boolean {
  return !book || problems.some(({ severity }) => severity === 'error');
}

/** The books that can be printed whole, stamped as draft when they are one. */
export function soundBooks(settled: SettledCourse, draft: boolean): Book[] {
  return settled.reports.flatMap((report) =>
    report.book && !isBroken(report)
      ? [{ ...report.book, front: { ...report.book.front, draft: draft || report.book.front.draft } }]
      : [],
  );
}

/**
 * Lays a settled course out as the site reads it: `course.json`, `gallery.json`, `pages/<slug>.json`, `books/<r>.json`,
 * `data/<r>/<table>.csv`, `media/<r>/…`. A broken report becomes the list of its problems.
 */
export async function fillShelf(root: string, settled: SettledCourse, draft: boolean): Promise<void> {
  const { shelf } = workFolders(root);
  await emptyFolder(shelf);
  await writeJson(join(shelf, 'course.json'), settled.course);
  await layGallery(root, settled);
  for (const page of settled.pages) await writeJson(join(shelf, 'pages', `${page.slug}.json`), page);
  for (const broken of settled.reports.filter(isBroken)) {
    const { report, title, book, problems } = broken;
    const language = book?.language ?? settled.course.language;
    await writeJson(join(shelf, 'books', `${report}.json`), {
      report,
      title,
      language,
      broken: true,
      problems,
    });
  }
  for (const book of soundBooks(settled, draft)) {
    await writeJson(join(shelf, 'books', `${book.report}.json`), book);
    await layDownloads(root, book);
    await layPictures(root, settled, book);
  }
}

async function layGallery(root: string, { course }: SettledCourse): Promise<void> {
  const { shelf, cache } = workFolders(root);
  const pool = new ChartPool();
  try {
    await writeJson(
      join(shelf, 'gallery.json'),
      await settleGallery(course.language, pool, join(cache, 'charts')),
    );
  } finally {
    await pool.close();
  }
}

async function layDownloads(root: string, { report, datasets }: Book): Promise<void> {
  const { shelf, downloads } = workFolders(root);
  for (const { name } of datasets) {
    const file = join(report, `${name}.csv`);
    await share(join(downloads, file), join(shelf, 'data', file));
  }
}

async function layPictures(root: string, { source }: SettledCourse, { report }: Book): Promise<void> {
  const { shelf } = workFolders(root);
  const files = source.reports.find((one) => one.report === report);
  for (const asset of files?.assets.filter((file) => picture.test(file)) ?? []) {
    await cp(join(root, asset), join(shelf, 'media', report, asset.slice((files?.folder.length ?? 0) + 1)));
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
