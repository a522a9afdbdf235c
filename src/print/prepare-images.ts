import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolvePlain } from '../files/path-guard.ts';
import type { Book } from '../report/book.ts';
import { encodeForPrint } from '../report/images/image-file.ts';

/** Images of a book as they are printed, by their paths from the report's folder. */
export type PrintImages = ReadonlyMap<string, { bytes: Uint8Array; extension: string }>;

/** Makes the images of a book fit to print. One that went away since the book was built is left out. */
export async function prepareImages({ images }: Book, root: string): Promise<PrintImages> {
  const made = new Map<string, { bytes: Uint8Array; extension: string }>();
  for (const [src, { file }] of Object.entries(images)) {
    const bytes = await readFile(resolvePlain(root, join(root, file))).catch(() => undefined);
    const printed = bytes && (await encodeForPrint(bytes).catch(() => undefined));
    if (printed) made.set(src, printed);
  }
  return made;
}
