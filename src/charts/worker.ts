/** Draws what the pool sends, one chart at a time. Runs in a process of its own, which the pool may end. */
import process from 'node:process';
import { expressionFault } from './expression-fault.ts';
import { type Drawing, type DrawingRequest, render, TooManyMarksError } from './render.ts';

/** Either a drawing or why there is none. */
export type Answer =
  | { drawing: Drawing }
  | { error: string }
  | { marks: number; mark: string }
  | { memory: true };

// A team's specification holds expressions that Vega turns into functions. Its language has no way
// out of the chart; should one be found, there is nothing to reach here.
for (const name of ['process', 'fetch', 'WebSocket', 'EventSource', 'navigator'])
  Reflect.deleteProperty(globalThis, name);

process.on('message', async (text: string) => {
  const request = JSON.parse(text) as DrawingRequest;
  let answer: Answer;
  try {
    answer = { drawing: await render(request) };
  } catch (error) {
    if (error instanceof TooManyMarksError) answer = { marks: error.marks, mark: error.mark };
    else if (isTooLarge(error)) answer = { memory: true };
    else answer = { error: expressionFault(request.spec) ?? messageOf(error) };
  }
  process.send?.(answer);
});

/** A list, a text or a map longer than JavaScript can hold; Vega hands on the message alone. */
function isTooLarge(error: unknown): boolean {
  return /^Invalid (array|string) length$|maximum size exceeded|^Array buffer allocation failed/.test(
    messageOf(error),
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
