/** Draws what the pool sends, one chart at a time. Runs in a thread of its own, which the pool may end. */
import { parentPort } from 'node:worker_threads';
import { type Drawing, type DrawingRequest, render } from './render.ts';

/** Either a drawing or why there is none. */
export type Answer = { drawing: Drawing } | { error: string };

// A team's specification holds expressions that Vega turns into functions. Its language has no way
// out of the chart; should one be found, there is nothing to reach here.
for (const name of ['process', 'fetch', 'WebSocket', 'EventSource', 'navigator'])
  Reflect.deleteProperty(globalThis, name);

parentPort?.on('message', async (request: DrawingRequest) => {
  let answer: Answer;
  try {
    answer = { drawing: await render(request) };
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
