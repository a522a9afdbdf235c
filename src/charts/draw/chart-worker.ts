/** Draws what the pool sends, one chart at a time. Runs in a process of its own, which the pool may end. */
import process from 'node:process';
import { parseExpression } from 'vega';
import { type Drawing, type DrawingRequest, renderChart, TooManyMarksError } from './render.ts';

/** Either a drawing or why there is none. */
export type ChartReply =
  | { drawing: Drawing }
  | { error: string }
  | { marks: number; mark: string }
  | { memory: true };

// A team's specification holds expressions that Vega turns into functions. Its language has no way
// out of the chart; should one be found, there is nothing to reach here.
for (const name of ['process', 'fetch', 'WebSocket', 'EventSource', 'navigator'])
  Reflect.deleteProperty(globalThis, name);

const expressionKeys = new Set(['calculate', 'filter', 'test', 'expr', 'labelExpr', 'update']);

process.on('message', async (text: string) => {
  const request = JSON.parse(text) as DrawingRequest;
  let answer: ChartReply;
  try {
    answer = { drawing: await renderChart(request) };
  } catch (error) {
    if (error instanceof TooManyMarksError) answer = { marks: error.marks, mark: error.mark };
    else if (isTooLarge(error)) answer = { memory: true };
    else answer = { error: findExpressionError(request.spec) ?? formatErrorMessage(error) };
  }
  process.send?.(answer);
});

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
      parseExpression(node);
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
