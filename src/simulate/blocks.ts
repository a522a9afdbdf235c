import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type BlockRows, blockCount, type LargeWorld } from './block.ts';

/** Young objects die by the million here: with room for them they are not moved about first. */
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

/** The rows of all worlds in their order, made by as many threads as the machine has cores. */
export async function* rowsOfBlocks(large: LargeWorld): AsyncGenerator<BlockRows> {
  const count = blockCount(large);
  const file = new URL('./block-worker.ts', import.meta.url);
  const size = Math.min(count, availableParallelism());
  const threads = Array.from({ length: size }, () => new Worker(file, { workerData: large, resourceLimits }));
  try {
    const ask = (number: number) => answer(threads[number % size]!, number);
    const coming = Array.from({ length: size }, (_, number) => ask(number));
    for (let number = 0; number < count; number++) {
      const rows = await coming.shift()!;
      if (number + size < count) coming.push(ask(number + size));
      yield rows;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function answer(thread: Worker, number: number): Promise<BlockRows> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      thread.off('message', done).off('error', failed);
      end();
    };
    const done = (rows: BlockRows) => settle(() => resolve(rows));
    const failed = (error: Error) => settle(() => reject(error));
    thread.on('message', done).on('error', failed);
    thread.postMessage(number);
  });
}
