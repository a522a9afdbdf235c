import { Worker } from 'node:worker_threads';
import { DrawingCache } from './cache.ts';
import type { Drawing, DrawingRequest } from './render.ts';
import type { Answer } from './worker.ts';

/** A specification that could not be drawn; the message is Vega's. */
export class DrawingError extends Error {}

/** A specification that took longer than the limit, or more memory than a chart may have. */
export class DrawingLimitError extends Error {}

export interface PoolOptions {
  /** Threads; more than the machine's cores gain nothing. */
  size?: number;
  /** Milliseconds one chart may take. */
  limit?: number;
}

interface Job {
  request: DrawingRequest;
  resolve: (drawing: Drawing) => void;
  reject: (error: Error) => void;
}

/** Threads that draw charts. They start when the first chart comes; `close` ends them. */
export class ChartPool {
  readonly #size: number;
  readonly #limit: number;
  readonly #waiting: Job[] = [];
  readonly #idle: Thread[] = [];
  readonly #all = new Set<Thread>();

  constructor({ size = 2, limit = 10_000 }: PoolOptions = {}) {
    this.#size = size;
    this.#limit = limit;
  }

  /** Draws a chart, or takes it from the folder `cache` where it has been drawn before. */
  async draw(request: DrawingRequest, cache?: string): Promise<Drawing> {
    const kept = cache === undefined ? undefined : new DrawingCache(cache, request);
    const known = await kept?.read();
    if (known) return known;
    const drawing = await new Promise<Drawing>((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#next();
    });
    await kept?.write(drawing);
    return drawing;
  }

  async close(): Promise<void> {
    const all = [...this.#all];
    this.#all.clear();
    this.#idle.length = 0;
    await Promise.all(all.map((thread) => thread.end()));
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const thread = this.#idle.pop() ?? (this.#all.size < this.#size ? new Thread() : undefined);
    if (!thread) return;
    this.#all.add(thread);
    const job = this.#waiting.shift()!;
    thread
      .draw(job.request, this.#limit)
      .then(job.resolve, job.reject)
      .finally(() => {
        if (thread.alive) this.#idle.push(thread);
        else this.#all.delete(thread);
        this.#next();
      });
  }
}

/** One thread with the job it is at. */
class Thread {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  #done: ((answer: Answer | Error) => void) | undefined;
  alive = true;

  constructor() {
    this.#worker.on('message', (answer: Answer) => this.#done?.(answer));
    this.#worker.on('error', (error: Error) => this.#fail(error.message));
    this.#worker.on('exit', () => this.#fail('thread ended'));
  }

  async draw(request: DrawingRequest, limit: number): Promise<Drawing> {
    // Only while it draws does a thread keep the program alive.
    this.#worker.ref();
    const timer = setTimeout(() => this.#fail(`${limit} ms`), limit);
    const answer = await new Promise<Answer | Error>((resolve) => {
      this.#done = resolve;
      this.#worker.postMessage(request);
    });
    clearTimeout(timer);
    this.#done = undefined;
    this.#worker.unref();
    if (answer instanceof Error) throw answer;
    if ('error' in answer) throw new DrawingError(answer.error);
    return answer.drawing;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(message: string): void {
    if (!this.alive) return;
    this.alive = false;
    this.#done?.(new DrawingLimitError(message));
    void this.#worker.terminate();
  }
}
