import { expect, onTestFinished, test } from 'vitest';
import { createSampleBook } from '../test/sample-book.ts';
import { PrintThreads } from './print-threads.ts';

test('a thread prints one book after the other, the same bytes each time', { timeout: 120_000 }, async () => {
  const threads = new PrintThreads();
  onTestFinished(() => threads.close());
  const order = { book: createSampleBook(), root: '/nowhere' };
  const first = await threads.print(order);
  expect(first.pages).toBeGreaterThan(1);
  expect(await threads.print(order)).toEqual(first);
});

test('what ends a thread is told to who waits for it', async () => {
  const threads = new PrintThreads();
  onTestFinished(() => threads.close());
  await expect(threads.print({ book: {} as never, root: '/nowhere' })).rejects.toThrow();
});
