import { expect, onTestFinished, test, vi } from 'vitest';
import { PrintThreads } from '../../print/print-threads.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import { commandWords } from '../../words/command-words.ts';
import type { Context } from '../command.ts';
import { BookPrinter } from './report-pdfs.ts';

test('a book is printed ahead once, and again where it has become another', {
  timeout: 120_000,
}, async () => {
  // Where there is memory for two threads.
  vi.spyOn(process, 'availableMemory').mockReturnValue(8 * 2 ** 30);
  const printed = vi.spyOn(PrintThreads.prototype, 'print');
  const terminal = { progress: () => undefined };
  const context = { root: '/nowhere', terminal, words: commandWords.zh } as unknown as Context;
  const printer = new BookPrinter(context);
  onTestFinished(async () => {
    await printer.close();
    vi.restoreAllMocks();
  });
  const book = createSampleBook();
  const [same, changed] = ['one', 'other'].map((report) => ({ ...book, report }));
  for (const one of [same!, changed!]) printer.printAhead(one);
  const after = { ...changed!, front: { ...changed!.front, title: '另一个标题' } };
  const [first, second] = await printer.printAll([same!, after]);
  const books = printed.mock.calls.map(([{ book: one }]) => one);
  expect(books.filter(({ report }) => report === 'one')).toEqual([same]);
  expect(books.filter(({ report }) => report === 'other')).toContainEqual(after);
  expect(first!.report).toBe('one');
  expect(Buffer.compare(first!.pdf, second!.pdf)).not.toBe(0);
});
