import { Cache, tellStep } from './cache.ts';
import { hashContent } from './folder-files.ts';

type KeptResults = Record<string, { key: string; made: unknown }>;

/**
 * What the steps of one report made in its last build, in one file: of each step the result, for the digest of all that it
 * is made of. Results are plain data; what JSON would change is not kept.
 */
export class KeptSteps {
  readonly #cache: Cache;
  readonly #of: string;
  #known: KeptResults | undefined;
  readonly #used: KeptResults = Object.create(null) as KeptResults;
  #hasTaken = false;
  #hasNews = false;

  /** `of`: the report. */
  constructor(folder: string, of: string) {
    this.#cache = new Cache(folder);
    this.#of = of;
  }

  /** Whether something was made by an earlier build, so that this one has not asked for all that it needs. */
  get hasTaken(): boolean {
    return this.#hasTaken;
  }

  /** The result of the step `name` for `key`, or what `make` makes; that is kept where `isKept` says so. */
  async keep<T>(
    name: string,
    key: string,
    make: () => Promise<T>,
    isKept: (made: T) => boolean = () => true,
  ): Promise<T> {
    const digest = hashContent(key);
    const known = this.#read()[name];
    const isKnown = known?.key === digest;
    // A figure or a table is one of many.
    const step = name.includes(' ') ? 'items' : name;
    tellStep({ step, of: this.#of, found: isKnown ? 'kept' : known ? [] : 'nothing' });
    if (isKnown) {
      this.#hasTaken = true;
      this.#used[name] = known;
      return known.made as T;
    }
    const made = await make();
    if (isKept(made) && isExact(made)) {
      this.#hasNews = true;
      this.#used[name] = { key: digest, made };
    }
    return made;
  }

  /** Keeps what this build asked for, where it is not what is kept. */
  async write(): Promise<void> {
    const isSame = !this.#hasNews && Object.keys(this.#read()).every((name) => name in this.#used);
    if (!isSame) await this.#cache.writeJson(`${this.#of}.json`, '', this.#used);
  }

  #read(): KeptResults {
    this.#known ??= this.#cache.readJson<KeptResults>(`${this.#of}.json`, '') ?? {};
    return this.#known;
  }
}

/** The result of a step, from where it is kept; made where nothing is. */
export function keepStep<T>(
  steps: KeptSteps | undefined,
  ...asked: Parameters<typeof KeptSteps.prototype.keep<T>>
): Promise<T> {
  const [, , make] = asked;
  return steps ? steps.keep(...asked) : make();
}

/** Whether JSON gives it back: it has neither infinity nor a zero below zero, and knows no objects of a kind. */
export function isExact(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.every(isExact);
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  // A property without a value is none after it.
  return Object.values(value).every((part) => part === undefined || isExact(part));
}
