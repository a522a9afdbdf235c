/**
 * Vega's expressions made into functions once for each code: charts of a shape run the same ones, warm. Given to a
 * view as its `expr`, in place of Vega's own, which makes them anew for each chart.
 */
import * as vega from 'vega';

type Make = (context: Context | null, expression: Expression) => Run;
type Run = (...given: unknown[]) => unknown;

interface Context {
  functions?: object;
}

type Expression = { code: string } | { marktype: string; channels: Record<string, { code: string }> };

interface Expressions extends Record<'operator' | 'parameter' | 'event' | 'handler' | 'encode', Make> {
  codegen: object;
}

/** Exported by Vega, but not in its types. */
const { runtimeContext } = vega as unknown as {
  runtimeContext: (dataflow: object, transforms: object, functions: null) => { expr: Expressions };
};
const made = runtimeContext({ events: () => undefined }, {}, null).expr;

const known = new Map<string, Run>();
/** Codes that hold a chart's own literals are different each time. */
const mostKnown = 20_000;

function once(key: string, make: () => Run): Run {
  const found = known.get(key);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const run = make();
  known.set(key, run);
  return run;
}

function keyOf(expression: Expression): string {
  if ('code' in expression) return expression.code;
  let key = expression.marktype;
  for (const name in expression.channels) key += `\n${name}:${expression.channels[name]!.code}`;
  return key;
}

/** Without a context Vega leaves the function unbound, so that it can serve all of them. */
const shared =
  (name: 'operator' | 'parameter' | 'event' | 'handler' | 'encode'): Make =>
  (context, expression) => {
    const run = once(`${name} ${keyOf(expression)}`, () => made[name](null, expression));
    return context?.functions ? run.bind(context.functions) : run;
  };

export const expressions: Expressions = {
  operator: shared('operator'),
  parameter: shared('parameter'),
  event: shared('event'),
  handler: shared('handler'),
  encode: shared('encode'),
  // Vega writes names on these, so no two charts can share them.
  codegen: made.codegen,
};
