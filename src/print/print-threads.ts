import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import { workerArguments } from '../files/worker-arguments.ts';
import type { PrintedBook } from './print-book.ts';
import type { PrintOrder } from './print-worker.ts';

/** Threads that print, as many as books are printed at once. They start when the first book comes; `close` ends them. */
export class PrintThreads {
  readonly #all: Worker[] = [];
  readonly #idle: Worker[] = [];

  /** Throws what ended the thread. */
  async print(order: PrintOrder): Promise<PrintedBook> {
    const worker = this.#idle.pop() ?? this.#start();
    const answer = once(worker, 'message') as Promise<[PrintedBook]>;
    worker.postMessage(order);
    const [printed] = await answer;
    this.#idle.push(worker);
    return printed;
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((worker) => worker.terminate()));
  }

  #start(): Worker {
    // What this thread has compiled its threads need not compile again: a fifth of a second each.
    if (this.#all.length === 0) flushCompileCache();
    const worker = new Worker(new URL('./print-worker.ts', import.meta.url), {
      execArgv: [...workerArguments],
    });
    this.#all.push(worker);
    return worker;
  }
}
