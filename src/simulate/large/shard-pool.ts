import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { workerArguments } from '../../files/worker-arguments.ts';
import { countShards, type LargeWorld, type ShardRows } from './shard.ts';

/** Young objects die by the million here: with room for them they are not moved about first. */
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

/** The rows of all worlds in their order, made by as many threads as the machine has cores. */
export async function* simulateShards(large: LargeWorld): AsyncGenerator<ShardRows> {
  const count = countShards(large);
  const file = new URL('./shard-worker.ts', import.meta.url);
  const size = Math.min(count, availableParallelism());
  const threads = Array.from(
    { length: size },
    () => new Worker(file, { workerData: large, resourceLimits, execArgv: [...workerArguments] }),
  );
  try {
    const request = (number: number) => requestRows(threads[number % size]!, number);
    const pending = Array.from({ length: size }, (_, number) => request(number));
    for (let number = 0; number < count; number++) {
      const rows = await pending.shift()!;
      if (number + size < count) pending.push(request(number + size));
      yield rows;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function requestRows(thread: Worker, number: number): Promise<ShardRows> {
  return new Promise((resolve, reject) => {
    const finish = (end: () => void) => {
      thread.off('message', done).off('error', failed);
      end();
    };
    const done = (rows: ShardRows) => finish(() => resolve(rows));
    const failed = (error: Error) => finish(() => reject(error));
    thread.on('message', done).on('error', failed);
    thread.postMessage(number);
  });
}
