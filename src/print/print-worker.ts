/** A thread that prints books: typesetting leaves no other thread of its own time. */
import { parentPort } from 'node:worker_threads';
import type { Book } from '../report/book.ts';

export interface PrintOrder {
  book: Book;
  /** Folder of the course, for the images that chapters show. */
  root: string;
}

const { printBook } = await import('./print-book.ts');
const { prepareImages } = await import('./prepare-images.ts');

parentPort!.on('message', async ({ book, root }: PrintOrder) => {
  const images = await prepareImages(book, root);
  parentPort!.postMessage(printBook(book, { root, images }));
});
