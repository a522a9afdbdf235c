import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { workerArguments } from '../../files/worker-arguments.ts';
import { BoundError } from '../bounds/bounds.ts';
import type { ChartOrder, ChartReply } from './chart-worker.ts';
import { DrawingError, DrawingLimitError } from './drawing-errors.ts';
import type { Drawing } from './render.ts';
import { watchdogPipe } from './watchdog-pipe.ts';

const mostMemory = '512 MB';

const workerFile = fileURLToPath(new URL('./chart-worker.ts', import.meta.url));

/** One process with the job it is at. A thread would not do: a list too long for its heap ends the whole program. */
export class ChartProcess {
  readonly #child: ChildProcess = fork(workerFile, [], {
    execArgv: [
      ...workerArguments,
      // Together the 512 MB of one chart.
      '--max-old-space-size=448',
      '--max-semi-space-size=16',
      // A chart leaves some megabytes behind: swept once for a few charts, not several times for one.
      '--min-semi-space-size=16',
    ],
    serialization: 'advanced',
    // The last is the pipe of the watchdog.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc', 'pipe'],
  });
  #done: ((answer: ChartReply | Error) => void) | undefined;
  #limit = 0;
  alive = true;
  /** Milliseconds of processor time that the last chart took. */
  spent = 0;

  constructor() {
    this.#child.on('message', (answer: ChartReply) => this.#done?.(answer));
    this.#child.on('error', (error: Error) => this.#fail(new DrawingError(error.message)));
    const watchdog = this.#child.stdio[watchdogPipe] as Socket;
    watchdog.unref();
    watchdog.on('data', () => this.#fail(new DrawingLimitError('time', `${this.#limit / 1000} s`)));
    this.#child.on('exit', (code, signal) => this.#fail(toExitError(code, signal)));
  }

  /** `request` as JSON; `limit` in milliseconds of processor time, which the process's own watchdog measures. */
  async draw(request: string, limit: number): Promise<Drawing> {
    // Only while it draws does a process keep the program alive.
    this.#keepAlive(true);
    this.#limit = limit;
    // Where it is ended before it can say what it took, it may have been all of it.
    this.spent = limit;
    // Should the watchdog itself hang. A machine where everything waits this long draws nothing any more.
    const timer = setTimeout(
      () => this.#fail(new DrawingLimitError('time', `${limit / 1000} s`)),
      limit * 30,
    );
    const answer = await new Promise<ChartReply | Error>((resolve) => {
      this.#done = resolve;
      const order: ChartOrder = { request, limit };
      this.#child.send(order, (error) => error && this.#fail(new DrawingError(error.message)));
    });
    clearTimeout(timer);
    this.#done = undefined;
    this.#keepAlive(false);
    if (answer instanceof Error) throw answer;
    this.spent = answer.time;
    if ('memory' in answer) throw new DrawingLimitError('memory', mostMemory);
    if ('marks' in answer) throw new DrawingLimitError('marks', String(answer.marks), answer.mark);
    if ('bound' in answer) {
      const { bounded, count, part } = answer.bound;
      throw new BoundError(bounded, count, part);
    }
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

  #keepAlive(held: boolean): void {
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
function toExitError(code: number | null, signal: string | null): Error {
  return signal !== null || code === 134
    ? new DrawingLimitError('memory', mostMemory)
    : new DrawingError(`process ended: ${code}`);
}
