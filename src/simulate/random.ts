import { hashText } from './hash.ts';

/**
 * A seeded random source (sfc32, seeded by splitmix32): the same numbers on every machine.
 * `fork` gives each table its own stream, so that widening one table never moves another.
 */
export class Random {
  readonly #seed: number;
  readonly #state: [number, number, number, number];

  constructor(seed: number) {
    this.#seed = seed >>> 0;
    const next = createSplitmix(this.#seed);
    this.#state = [next(), next(), next(), 1];
    for (let round = 0; round < 12; round++) this.next();
  }

  /** An independent stream with a name. */
  fork(name: string): Random {
    return new Random(hashText(name, this.#seed));
  }

  /** Uniform in [0, 1). */
  next(): number {
    const state = this.#state;
    const sum = (((state[0] + state[1]) | 0) + state[3]) | 0;
    state[3] = (state[3] + 1) | 0;
    state[0] = state[1] ^ (state[1] >>> 9);
    state[1] = (state[2] + (state[2] << 3)) | 0;
    state[2] = (((state[2] << 21) | (state[2] >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** Whole number from `low` to `high`, both inclusive. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)]!;
  }

  /** One of the keys of `weights`, in proportion to its weight. */
  pickWeighted<K extends string>(weights: Record<K, number>): K {
    const { entries, total } = getWeightTable(weights);
    let left = this.next() * total;
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key as K;
    }
    return entries.at(-1)![0] as K;
  }

  /** Standard normal (Box–Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** `count` different items, heavier ones more likely (Efraimidis–Spirakis); in the order of `items`. */
  sample<T>(items: readonly T[], count: number, weight: (item: T) => number = () => 1): T[] {
    const keyed = items.map((item, index) => ({
      item,
      index,
      key: -Math.log(1 - this.next()) / Math.max(weight(item), 1e-9),
    }));
    keyed.sort((a, b) => a.key - b.key || a.index - b.index);
    return keyed
      .slice(0, count)
      .sort((a, b) => a.index - b.index)
      .map((entry) => entry.item);
  }
}

/** Weights are asked millions of times, and mostly the same ones. */
const weightTables = new WeakMap<object, { entries: [string, number][]; total: number }>();

function getWeightTable(weights: Record<string, number>) {
  const cached = weightTables.get(weights);
  if (cached) return cached;
  const entries = Object.entries(weights);
  const table = { entries, total: entries.reduce((sum, [, weight]) => sum + weight, 0) };
  weightTables.set(weights, table);
  return table;
}

function createSplitmix(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) | 0;
  };
}
