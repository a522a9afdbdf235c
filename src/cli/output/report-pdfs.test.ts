import { readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { makeScratch, removeScratch } from '../../files/door.ts';
import { printBook } from '../../print/print-book.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import type { Context } from '../command.ts';
import { BookPrinter } from './report-pdfs.ts';

const root = new URL('../../test/fixtures/print', import.meta.url).pathname;
const context = {
  root,
  words: { printing: '' },
  terminal: { progress: () => undefined },
} as unknown as Context;

test('a book printed ahead is the same; one that has changed since is printed anew', async () => {
  const cache = makeScratch();
  const printer = new BookPrinter(context, cache);
  try {
    const book = createSampleBook();
    printer.printAhead(book);
    await vi.waitFor(() => expect(readdirSync(cache)).toContain(`${book.report}.pdf`), { timeout: 50_000 });
    const [ahead] = await printer.print([book]);
    expect(Buffer.compare(ahead!.pdf, printBook(book, { root }).pdf)).toBe(0);
    const changed = { ...book, front: { ...book.front, draft: true } };
    const [anew] = await printer.print([changed]);
    expect(Buffer.compare(anew!.pdf, printBook(changed, { root }).pdf)).toBe(0);
    expect(Buffer.compare(anew!.pdf, ahead!.pdf)).not.toBe(0);
  } finally {
    await printer.close();
    removeScratch(cache);
  }
});
