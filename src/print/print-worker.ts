/** A thread that prints books: typesetting leaves no other thread of its own time. */
import { parentPort } from 'node:worker_threads';
import type { PrintOrder } from './print-threads.ts';

const { printBook } = await import('./print-book.ts');

parentPort!.on('message', async ({ book, root }: PrintOrder) => {
  parentPort!.postMessage(await printBook(book, { root }));
});
