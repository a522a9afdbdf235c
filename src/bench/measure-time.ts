import process from 'node:process';

export interface ElapsedTime {
  /** Seconds that passed. */
  clock: number;
  /** Seconds that all threads worked: a machine with other work to do makes them no more. */
  processor: number;
}

/** Does the work once; gives what came of it and how long it took. */
export async function measureTime<T>(work: () => Promise<T>): Promise<ElapsedTime & { result: T }> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { result, clock: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
}
