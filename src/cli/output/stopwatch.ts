import { performance } from 'node:perf_hooks';

/** Seconds of each stage, in the order they began. For the eyes only: no time reaches an output. */
export class Stopwatch {
  readonly stages: { name: string; seconds: number }[] = [];
  readonly #start = performance.now();

  async time<T>(name: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.stages.push({ name, seconds: (performance.now() - start) / 1000 });
    }
  }

  get total(): number {
    return (performance.now() - this.#start) / 1000;
  }
}
