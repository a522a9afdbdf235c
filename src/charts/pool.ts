import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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
  /** Processes; more than the machine's cores gain nothing. */
  size?: number;
  /** Milliseconds one chart may take. */
  limit?: number;
}

interface Job {
  request: DrawingRequest;
  resolve: (drawing: Drawing) => void;
  reject: (error: Error) => void;
}

/** Processes that draw charts. They start when the first chart comes; `close` ends them. */
export class ChartPool {
  readonly #size: number;
  readonly #limit: number;
  readonly #waiting: Job[] = [];
  readonly #idle: Drawer[] = [];
  readonly #all = new Set<Drawer>();

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
    await Promise.all(all.map((drawer) => drawer.end()));
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const drawer = this.#idle.pop() ?? (this.#all.size < this.#size ? new Drawer() : undefined);
    if (!drawer) return;
    this.#all.add(drawer);
    const job = this.#waiting.shift()!;
    drawer
      .draw(job.request, this.#limit)
      .then(job.resolve, job.reject)
      .finally(() => {
        if (drawer.alive) this.#idle.push(drawer);
        else this.#all.delete(drawer);
        this.#next();
      });
  }
}

const mostMemory = '512 MB';

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** One process with the job it is at. A thread would not do: a list too long for its heap ends the whole program. */
class Drawer {
  readonly #child: ChildProcess = fork(worker, [], {
    // Together the 512 MB of one chart.
    execArgv: [
      '--max-old-space-size=448',
      '--max-semi-space-size=16',
      '--disable-warning=ExperimentalWarning',
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  #done: ((answer: Answer | Error) => void) | undefined;
  alive = true;

  constructor() {
    this.#child.on('message', (answer: Answer) => this.#done?.(answer));
    this.#child.on('error', (error: Error) => this.#fail(new DrawingError(error.message)));
    this.#child.on('exit', (code, signal) => this.#fail(failure(code, signal)));
  }

  async draw(request: DrawingRequest, limit: number): Promise<Drawing> {
    // Only while it draws does a drawer keep the program alive.
    this.#hold(true);
    const timer = setTimeout(() => this.#fail(new DrawingLimitError('time', `${limit / 1000} s`)), limit);
    const answer = await new Promise<Answer | Error>((resolve) => {
      this.#done = resolve;
      this.#child.send(request, (error) => error && this.#fail(new DrawingError(error.message)));
    });
    clearTimeout(timer);
    this.#done = undefined;
    this.#hold(false);
    if (answer instanceof Error) throw answer;
    if ('memory' in answer) throw new DrawingLimitError('memory', mostMemory);
    if ('marks' in answer) throw new DrawingLimitError('marks', String(answer.marks), answer.mark);
    if ('error' in answer) throw new DrawingError(answer.error);
    return answer.drawing;
  }

  async end(): Promise<void> {
    this.alive = false;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.ref();
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await ended;
  }

  #hold(held: boolean): void {
    const { channel } = this.#child;
    if (held) this.#child.ref();
    else this.#child.unref();
    if (held) channel?.ref();
    else channel?.unref();
  }

  #fail(error: Error): void {
    if (!this.alive) return;
    this.alive = false;
    this.#done?.(error);
    this.#child.kill('SIGKILL');
  }
}

/** V8 gives up with SIGABRT (134 where there are no signals) when a heap is full; a system's own watch kills. */
function failure(code: number | null, signal: string | null): Error {
  return signal !== null || code === 134
    ? new DrawingLimitError('memory', mostMemory)
    : new DrawingError(`process ended: ${code}`);
}
