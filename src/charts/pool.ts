import { Worker } from 'node:worker_threads';
import { DrawingCache } from './cache.ts';
import type { Drawing, DrawingRequest } from './render.ts';
import type { Answer } from './worker.ts';

/** A specification that could not be drawn; the message is Vega's. */
export class DrawingError extends Error {}

/** What a chart may not exceed. */
export type Limit = 'time' | 'memory' | 'marks';

/** A specification that took longer than the limit, more memory or more marks than a chart may have. */
export class DrawingLimitError extends Error {
  readonly limit: Limit;
  /** Vega-Lite's name of the marks there are too many of. */
  readonly mark: string;

  constructor(limit: Limit, message: string, mark = '') {
    super(message);
    this.limit = limit;
    this.mark = mark;
  }
}

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

const mostMemory = '512 MB';

/** One thread with the job it is at. */
class Thread {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), {
    env: {},
    execArgv: [],
    // Together the 512 MB of one chart.
    resourceLimits: { maxOldGenerationSizeMb: 448, maxYoungGenerationSizeMb: 64 },
  });
  #done: ((answer: Answer | Error) => void) | undefined;
  alive = true;

  constructor() {
    this.#worker.on('message', (answer: Answer) => this.#done?.(answer));
    this.#worker.on('error', (error: Error) => this.#fail(failure(error)));
    this.#worker.on('exit', () => this.#fail(new DrawingError('thread ended')));
  }

  async draw(request: DrawingRequest, limit: number): Promise<Drawing> {
    // Only while it draws does a thread keep the program alive.
    this.#worker.ref();
    const timer = setTimeout(() => this.#fail(new DrawingLimitError('time', `${limit / 1000} s`)), limit);
    const answer = await new Promise<Answer | Error>((resolve) => {
      this.#done = resolve;
      this.#worker.postMessage(request);
    });
    clearTimeout(timer);
    this.#done = undefined;
    this.#worker.unref();
    if (answer instanceof Error) throw answer;
    if ('memory' in answer) throw new DrawingLimitError('memory', mostMemory);
    if ('marks' in answer) throw new DrawingLimitError('marks', String(answer.marks), answer.mark);
    if ('error' in answer) throw new DrawingError(answer.error);
    return answer.drawing;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    if (!this.alive) return;
    this.alive = false;
    this.#done?.(error);
    void this.#worker.terminate();
  }
}

function failure(error: Error & { code?: string }): Error {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new DrawingLimitError('memory', mostMemory)
    : new DrawingError(error.message);
}
