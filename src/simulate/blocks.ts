import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BlockRows } from './block-worker.ts';
import type { Plan } from './plan/plan.ts';
import { Random } from './random.ts';
import type { WorldName } from './reports/names.ts';

/** A large world: as many worlds side by side as the scale has wholes. */
export interface LargeWorld {
  world: WorldName;
  plan: Plan;
  seed: number;
  scale: number;
}

/** One of the worlds. */
export interface Block {
  number: number;
  plan: Plan;
  seed: number;
  scale: number;
}

export const blockCount = ({ scale }: LargeWorld): number => Math.ceil(scale);

/** A world of its own people with the same plan, days and signs; the first one has the seed itself, and the only ring. */
export function blockOf(large: LargeWorld, number: number): Block {
  const { plan, seed } = large;
  const scale = large.scale / blockCount(large);
  if (number === 0) return { number, plan, seed, scale };
  const { ring: _, ...planted } = plan.planted;
  const own = new Random(seed).fork(`block ${number}`).int(0, 2 ** 31);
  return { number, plan: { ...plan, planted }, seed: own, scale };
}

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
