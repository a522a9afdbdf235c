/**
 * Watches the processor time of the chart that its process draws, from a thread of its own, because the thread that
 * draws may be busy for good. Time on the wall would also count what the neighbours of this process do.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { workerData } from 'node:worker_threads';
import { watchdogPipe } from './watchdog-pipe.ts';

/** Shared with the thread that draws: the number of the chart it is at, 0 between charts, and what it may take. */
export interface Watched {
  /** [number of the chart, milliseconds of processor time]. */
  state: Int32Array<SharedArrayBuffer>;
}

const pause = 100;

function watch({ state }: Watched): never {
  let chart = 0;
  let begun = 0;
  for (;;) {
    // Between charts it sleeps until the next one begins.
    const now = Atomics.load(state, 0);
    if (now === 0) Atomics.wait(state, 0, 0);
    else if (now !== chart) {
      chart = now;
      begun = measureProcessorTime();
    } else if (measureProcessorTime() - begun > Atomics.load(state, 1)) {
      writeSync(watchdogPipe, 't');
      Atomics.wait(state, 0, now);
    }
    Atomics.wait(state, 0, now, pause);
  }
}

/** Of the whole process, in milliseconds. */
function measureProcessorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

watch(workerData as Watched);
