import { type Account, freeAccount, SpentError } from '../../base/limits/spending.ts';
import { ChartProcess } from './chart-process.ts';
import { DrawingCache } from './drawing-cache.ts';
import { DrawingLimitError } from './drawing-errors.ts';
import type { Drawing, DrawingRequest } from './render.ts';

interface PoolOptions {
  /** Processes; more than the machine's cores gain nothing. */
  size?: number;
  /** Milliseconds of processor time one chart may take. */
  limit?: number;
}

interface DrawOptions {
  /** Folder from which a chart is taken where it has been drawn before. */
  cache?: string | undefined;
  /** Charts of one group are much alike, so that who has drawn one is quick at the next. */
  group?: string;
  /** Who pays for what is drawn; a kept one costs nothing. */
  account?: Account | undefined;
  /** Instead of the pool's own. */
  limit?: number | undefined;
}

interface Job {
  /** JSON of the request. */
  request: string;
  group: string;
  account: Account;
  limit: number;
  resolve: (drawing: Drawing) => void;
  reject: (error: Error) => void;
}

/** Processes that draw charts. They start when the first chart comes; `close` ends them. */
export class ChartPool {
  readonly #size: number;
  readonly #limit: number;
  readonly #waiting: Job[] = [];
  /** Took too long beside others, which share caches and memory with it: drawn once more with nobody beside. */
  readonly #slow: Job[] = [];
  /** By request: who asks for the same meanwhile waits for it. Where it fails, each asks for its own account. */
  readonly #underWay = new Map<string, Promise<Drawing>>();
  #busy = 0;
  #isAlone = false;
  readonly #idle: ChartProcess[] = [];
  readonly #all = new Set<ChartProcess>();
  /** Who draws the charts of a group. */
  readonly #groups = new Map<string, ChartProcess>();

  constructor({ size = 2, limit = 10_000 }: PoolOptions = {}) {
    this.#size = size;
    this.#limit = limit;
  }

  /** Throws DrawingError, and SpentError where who pays has nothing left. */
  async draw(request: DrawingRequest, options: DrawOptions = {}): Promise<Drawing> {
    const { cache, group = '', account = freeAccount, limit = this.#limit } = options;
    const text = JSON.stringify(request);
    const kept = cache === undefined ? undefined : new DrawingCache(cache, text);
    const other = this.#underWay.get(text);
    const known = kept?.read() ?? (other && (await other.catch(() => undefined)));
    if (known) return known;
    const drawn = new Promise<Drawing>((resolve, reject) => {
      this.#waiting.push({ request: text, group, account, limit, resolve, reject });
      this.#next();
    });
    this.#underWay.set(text, drawn);
    try {
      const drawing = await drawn;
      await kept?.write(drawing);
      return drawing;
    } finally {
      if (this.#underWay.get(text) === drawn) this.#underWay.delete(text);
    }
  }

  async close(): Promise<void> {
    const all = [...this.#all];
    this.#all.clear();
    this.#idle.length = 0;
    await Promise.all(all.map((worker) => worker.end()));
  }

  #next(): void {
    const alone = this.#waiting.length === 0 && this.#slow.length > 0;
    if (alone ? this.#busy > 0 : this.#waiting.length === 0 || this.#isAlone) return;
    const worker = this.#idle.pop() ?? (this.#all.size < this.#size ? new ChartProcess() : undefined);
    if (!worker) return;
    this.#all.add(worker);
    this.#isAlone = alone;
    this.#busy++;
    const job = alone ? this.#slow.shift()! : this.#take(worker);
    this.#draw(worker, job, alone).finally(() => {
      this.#busy--;
      this.#isAlone = false;
      if (worker.alive) this.#idle.push(worker);
      else this.#all.delete(worker);
      // Who waited for one that was drawn alone begins together.
      for (let free = this.#size; free > 0; free--) this.#next();
    });
  }

  /** Charts that took too long beside others wait for their second chance; only what is settled is paid. */
  async #draw(worker: ChartProcess, job: Job, alone: boolean): Promise<void> {
    const { account } = job;
    if (account.left <= 0) {
      job.reject(new SpentError());
      return;
    }
    try {
      const drawing = await worker.draw(job.request, Math.ceil(Math.min(job.limit, account.left)));
      account.pay(worker.spent);
      job.resolve(drawing);
    } catch (error) {
      const isSlow = error instanceof DrawingLimitError && error.limit === 'time';
      if (isSlow && !alone && this.#size > 1) {
        this.#slow.push(job);
        return;
      }
      account.pay(worker.spent);
      job.reject(isSlow && account.left <= 0 ? new SpentError() : (error as Error));
    }
  }

  /** A chart of the process's own groups, else of a group that nobody draws, else the last one of another's. */
  #take(worker: ChartProcess): Job {
    const first = (wanted: (owner: ChartProcess | undefined) => boolean) =>
      this.#waiting.findIndex(({ group }) => wanted(this.#findOwner(group)));
    const own = first((owner) => owner === worker);
    const at = own >= 0 ? own : first((owner) => owner === undefined);
    const [job] = this.#waiting.splice(at, 1);
    if (at >= 0 && job!.group !== '') this.#groups.set(job!.group, worker);
    return job!;
  }

  #findOwner(group: string): ChartProcess | undefined {
    const owner = this.#groups.get(group);
    return owner?.alive ? owner : undefined;
  }
}
