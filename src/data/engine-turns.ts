/**
 * Who works on the engines of this process, and what processor time each takes.
 *
 * Why it is fair: a query's time is that of this process without its main thread, for DuckDB works on threads of its
 * own and this program's JavaScript on the main one. Waiting costs nothing: for a turn, for another report, or for a
 * processor that other programs keep busy. Where several engines work at once, what they take is shared among them.
 * A share is no exact measure, so that nobody is ended by it for good: who exceeds a limit beside others runs once more
 * alone, and the time measured then, in which no other engine works, decides.
 */
import process from 'node:process';

/** One at work. */
export interface Turn {
  /** Milliseconds of processor time until now. */
  readonly spent: number;
  /** Nobody else has worked since it began. */
  readonly isAlone: boolean;
}

class WorkingTurn implements Turn {
  taken = 0;
  isAlone = true;
  readonly #measure: () => void;

  constructor(measure: () => void) {
    this.#measure = measure;
  }

  get spent(): number {
    this.#measure();
    return this.taken;
  }
}

export class EngineTurns {
  readonly #working = new Set<WorkingTurn>();
  readonly #waiting: { alone: boolean; begin: () => void }[] = [];
  readonly #measure: () => number;
  /** Let in; a moment later they are at work. */
  #begun = 0;
  #isAlone = false;
  #last = 0;

  /** `measure`: processor time of all engines, for tests. */
  constructor(measure: () => number = measureEngines) {
    this.#measure = measure;
  }

  /** Beside others, or with nobody beside: then it waits until the others have ended, and they wait for it. */
  async take<T>(work: (turn: Turn) => Promise<T>, { alone = false } = {}): Promise<T> {
    await new Promise<void>((begin) => {
      this.#waiting.push({ alone, begin });
      this.#next();
    });
    const turn = new WorkingTurn(() => this.#share());
    this.#share();
    this.#working.add(turn);
    if (this.#working.size > 1) for (const one of this.#working) one.isAlone = false;
    try {
      return await work(turn);
    } finally {
      this.#share();
      this.#working.delete(turn);
      this.#begun--;
      if (alone) this.#isAlone = false;
      this.#next();
    }
  }

  #next(): void {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      if (this.#isAlone || (first.alone && this.#begun > 0)) return;
      this.#waiting.shift();
      this.#begun++;
      this.#isAlone = first.alone;
      first.begin();
    }
  }

  /** What was taken since it was last looked at, in equal parts to those at work. */
  #share(): void {
    const now = this.#measure();
    const part = Math.max(0, now - this.#last) / this.#working.size;
    this.#last = now;
    for (const turn of this.#working) turn.taken += part;
  }
}

/** In milliseconds: this process, but for the thread that asks. */
function measureEngines(): number {
  const all = process.cpuUsage();
  const own = process.threadCpuUsage();
  return (all.user + all.system - own.user - own.system) / 1000;
}

/** All engines of this process. */
export const engineTurns = new EngineTurns();
