import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../files/door.ts';
import { readImage } from '../../print/content/image-files.ts';
import type { PrintedBook } from '../../print/print-book.ts';
import type { Book } from '../../report/book.ts';
import { listChapters, traverseChapter } from '../../report/text/traverse-book.ts';
import { computeProgramHash } from '../../source/program-hash.ts';

/** What a printing depends on: this program, the book, and the images that its chapters show. */
export async function computePdfKey(book: Book, root: string): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await computeProgramHash(['src']));
  hash.update(JSON.stringify(book));
  for (const node of listChapters(book, '').flatMap((chapter) => [...traverseChapter(chapter)])) {
    if (node.type === 'image') hash.update(readImage(root, node) ?? '').update('\0');
  }
  return hash.digest('hex');
}

interface PdfCacheEntry {
  key: string;
  pages: number;
  bytes: string;
}

/** The PDF of a report, when it was last printed from what `key` stands for. */
export async function readPdfCache(
  folder: string,
  report: string,
  key: string,
): Promise<PrintedBook | undefined> {
  try {
    const head = JSON.parse(await readFile(join(folder, `${report}.json`), 'utf8')) as PdfCacheEntry;
    if (head.key !== key) return undefined;
    const pdf = new Uint8Array(await readFile(join(folder, `${report}.pdf`)));
    return computeDigest(pdf) === head.bytes ? { pdf, pages: head.pages, problems: [] } : undefined;
  } catch {
    // Whatever is wrong with a cache, printing again mends it.
    return undefined;
  }
}

/** Keeps a PDF printed without a problem: problems know lines of files that the key does not. */
export async function writePdfCache(folder: string, report: string, key: string, printed: PrintedBook) {
  const { pdf, pages, problems } = printed;
  if (problems.length > 0) return;
  const head: PdfCacheEntry = { key, pages, bytes: computeDigest(pdf) };
  await writeWhole(folder, `${report}.pdf`, pdf);
  await writeWhole(folder, `${report}.json`, JSON.stringify(head));
}

const computeDigest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
