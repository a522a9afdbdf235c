/** Draws what the pool sends, one chart at a time. Runs in a process of its own, which the pool may end. */
import { flushCompileCache } from 'node:module';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { BoundError } from '../bounds/bounds.ts';
import { vega } from '../vega-bundle.ts';
import type { Watched } from './chart-watchdog.ts';
import { type Drawing, type DrawingRequest, renderChart, TooManyMarksError } from './render.ts';

/** Either a drawing or why there is none. */
type ChartAnswer =
  | { drawing: Drawing }
  | { error: string }
  | { marks: number; mark: string }
  | { memory: true }
  | { bound: Pick<BoundError, 'bounded' | 'count' | 'part'> };

/** `time`: what it took, in milliseconds of processor time. */
export type ChartReply = ChartAnswer & { time: number };

// A team's specification holds expressions that Vega turns into functions. Its language has no way
// out of the chart; should one be found, there is nothing to reach here.
for (const name of ['process', 'fetch', 'WebSocket', 'EventSource', 'navigator'])
  Reflect.deleteProperty(globalThis, name);

const expressionKeys = new Set(['calculate', 'filter', 'test', 'expr', 'labelExpr', 'update']);

/** What the pool sends. */
export interface ChartOrder {
  /** JSON of the request. */
  request: string;
  /** Milliseconds of processor time. */
  limit: number;
}

const state = new Int32Array(new SharedArrayBuffer(8));
const watched: Watched = { state };
new Worker(new URL('./chart-watchdog.ts', import.meta.url), {
  workerData: watched,
  resourceLimits: { maxOldGenerationSizeMb: 16 },
}).unref();
let charts = 0;
/** After so many most of Vega has been compiled. Else the code would be kept at the end, and this process is ended. */
const chartsToWarm = 16;

process.on('message', async ({ request: text, limit }: ChartOrder) => {
  const begun = process.cpuUsage();
  const request = JSON.parse(text) as DrawingRequest;
  let answer: ChartAnswer;
  Atomics.store(state, 1, limit);
  beginWatch(++charts);
  try {
    answer = { drawing: await renderChart(request) };
  } catch (error) {
    if (error instanceof BoundError) {
      const { bounded, count, part } = error;
      answer = { bound: { bounded, count, part } };
    } else if (error instanceof TooManyMarksError) answer = { marks: error.marks, mark: error.mark };
    else if (isTooLarge(error)) answer = { memory: true };
    else answer = { error: findExpressionError(request.spec) ?? formatErrorMessage(error) };
  }
  beginWatch(0);
  const { user, system } = process.cpuUsage(begun);
  process.send?.({ ...answer, time: (user + system) / 1000 } satisfies ChartReply);
  if (charts === chartsToWarm) flushCompileCache();
});

/** `chart`: its number; 0 ends the watch. */
function beginWatch(chart: number): void {
  Atomics.store(state, 0, chart);
  Atomics.notify(state, 0);
}

/** A list, a text or a map longer than JavaScript can hold; Vega hands on the message alone. */
function isTooLarge(error: unknown): boolean {
  return /^Invalid (array|string) length$|maximum size exceeded|^Array buffer allocation failed/.test(
    formatErrorMessage(error),
  );
}

/** The first expression of a specification that is none, with what is wrong in it; Vega's own message quotes nothing. */
function findExpressionError(node: unknown, key = ''): string | undefined {
  if (typeof node === 'string' && expressionKeys.has(key)) {
    try {
      vega.parseExpression(node);
      return undefined;
    } catch (error) {
      return `${node} → ${formatErrorMessage(error)}`;
    }
  }
  if (typeof node !== 'object' || node === null) return undefined;
  for (const [name, value] of Object.entries(node)) {
    // Rows are no part of what was written.
    const found = name === 'datasets' ? undefined : findExpressionError(value, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function formatErrorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
