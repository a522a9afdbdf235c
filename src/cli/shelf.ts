import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Book } from '../report/book.ts';
import type { SettledCourse } from '../report/course.ts';
import type { SettledReport } from '../report/settle.ts';

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
 * Lays a settled course out as the site reads it: `course.json`, `pages/<slug>.json`, `books/<r>.json` and
 * `media/<r>/…`. A broken report becomes the list of its problems. Tables as CSV are there already (`data/<r>/`).
 */
export async function fillShelf(
  shelf: string,
  root: string,
  settled: SettledCourse,
  draft: boolean,
): Promise<void> {
  const books = soundBooks(settled, draft);
  await writeJson(join(shelf, 'course.json'), settled.course);
  for (const page of settled.pages) await writeJson(join(shelf, 'pages', `${page.slug}.json`), page);
  for (const book of books) await writeJson(join(shelf, 'books', `${book.report}.json`), book);
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
  const sound = new Set(books.map(({ report }) => report));
  for (const { report, folder, assets } of settled.source.reports.filter((one) => sound.has(one.report))) {
    for (const file of assets.filter((asset) => picture.test(asset))) {
      await cp(join(root, file), join(shelf, 'media', report, file.slice(folder.length + 1)));
    }
  }
}

export async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

async function writeJson(file: string, data: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(data)}\n`);
}
