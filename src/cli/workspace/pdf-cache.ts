import { createHash } from 'node:crypto';
import { Cache, type CacheKey } from '../../files/cache.ts';
import { readImage } from '../../print/content/image-files.ts';
import type { PrintedBook } from '../../print/print-book.ts';
import type { Book } from '../../report/book.ts';
import { listChapters, traverseChapter } from '../../report/text/traverse-book.ts';
import { computeProgramHash } from '../../source/program-hash.ts';

/** What a printing depends on: this program, the book, and the images that its chapters show. */
export async function computePdfKey(book: Book, root: string): Promise<Record<string, string>> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(book));
  const inline = listChapters(book, '')
    .flatMap((chapter) => [...traverseChapter(chapter)])
    .filter((node) => node.type === 'image');
  for (const image of [...inline, ...book.pictures]) hash.update(readImage(root, image) ?? '').update('\0');
  return { program: await computeProgramHash(['src']), book: hash.digest('hex') };
}

/** The PDF of a report, when it was last printed from what `key` stands for. */
export function readPdfCache(folder: string, report: string, key: CacheKey): PrintedBook | undefined {
  const cache = new Cache(folder);
  const pages = cache.readJson<number>(`${report}.json`, key);
  const pdf = cache.read(`${report}.pdf`);
  return pages === undefined || !pdf ? undefined : { pdf, pages, problems: [] };
}

/** Keeps a PDF printed without a problem: problems know lines of files that the key does not. */
export async function writePdfCache(folder: string, report: string, key: CacheKey, printed: PrintedBook) {
  const { pdf, pages, problems } = printed;
  if (problems.length > 0) return;
  const cache = new Cache(folder);
  // Between the two writes the old pages stand for nothing.
  await cache.writeJson(`${report}.json`, '', 0);
  await cache.write(`${report}.pdf`, pdf);
  await cache.writeJson(`${report}.json`, key, pages);
}
