/**
 * The processor time that one report may take, and what it was taken for. Queries and drawings pay here as they end,
 * each by its own measure, so that neither the clock on the wall nor another report is ever charged.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Bilingual } from '../language.ts';
import type { Place } from '../place.ts';

/** What time was taken for, as an author knows it. */
export interface Purpose {
  name: Bilingual;
  place: Place;
}

export interface Expense extends Purpose {
  seconds: number;
}

/** Who works for a purpose pays into its account. Times in milliseconds of processor time. */
export interface Account {
  /** What the report has left; at most 0 where it has spent all. */
  readonly left: number;
  pay(milliseconds: number): void;
}

/** Thrown to whoever wants to work for a report that has spent all it may. It ends the report, and no other. */
export class SpentError extends Error {}

/** Work that no report pays for. */
export const freeAccount: Account = { left: Infinity, pay: () => undefined };

export class Spending {
  /** Seconds. */
  readonly limit: number;
  readonly #spent = new Map<Purpose, number>();
  readonly #rest: Purpose;
  /** The purpose follows the calls that work for it: a query knows neither its value nor its figure. */
  readonly #purpose = new AsyncLocalStorage<Purpose>();
  #total = 0;

  /** `rest`: what work is for that nobody has given a purpose. */
  constructor(limit: number, rest: Purpose) {
    this.limit = limit;
    this.#rest = rest;
  }

  get isSpent(): boolean {
    return this.#total >= this.limit * 1000;
  }

  /** What `work` and all that it calls pays is for `purpose`. */
  attribute<T>(purpose: Purpose, work: () => T): T {
    return this.#purpose.run(purpose, work);
  }

  /** Of the purpose that the caller works for. Throws SpentError where nothing is left. */
  openAccount(): Account {
    this.assertLeft();
    const purpose = this.#purpose.getStore() ?? this.#rest;
    const getLeft = () => this.limit * 1000 - this.#total;
    return {
      get left() {
        return getLeft();
      },
      pay: (milliseconds) => {
        this.#total += milliseconds;
        this.#spent.set(purpose, (this.#spent.get(purpose) ?? 0) + milliseconds);
      },
    };
  }

  assertLeft(): void {
    if (this.isSpent) throw new SpentError(`${this.limit} s`);
  }

  /** The `count` purposes that took most, the dearest first. */
  listDearest(count: number): Expense[] {
    return [...this.#spent]
      .map(([purpose, milliseconds]) => ({ ...purpose, seconds: milliseconds / 1000 }))
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, count);
  }
}

/** Work for a purpose, also where nobody counts what it takes. */
export function attributeTo<T>(spending: Spending | undefined, purpose: Purpose, work: () => T): T {
  return spending ? spending.attribute(purpose, work) : work();
}
