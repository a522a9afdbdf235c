/**
 * Vega's expressions made into functions once for each code: charts of a shape run the same ones, warm. Given to a
 * view as its `expr`, in place of Vega's own, which makes them anew for each chart.
 */
import { vega } from '../vega-bundle.ts';

type ExpressionCompiler = (context: Context | null, expression: Expression) => CompiledExpression;
type CompiledExpression = (...given: unknown[]) => unknown;

interface Context {
  functions?: object;
}

type Expression = { code: string } | { marktype: string; channels: Record<string, { code: string }> };

interface Expressions
  extends Record<'operator' | 'parameter' | 'event' | 'handler' | 'encode', ExpressionCompiler> {
  codegen: object;
}

/** Exported by Vega, but not in its types. */
const { runtimeContext } = vega as unknown as {
  runtimeContext: (dataflow: object, transforms: object, functions: null) => { expr: Expressions };
};
const vegaCompilers = runtimeContext({ events: () => undefined }, {}, null).expr;

const compiledByCode = new Map<string, CompiledExpression>();
/** Codes that hold a chart's own literals are different each time. */
const mostKnown = 20_000;

function getOrCompile(key: string, make: () => CompiledExpression): CompiledExpression {
  const found = compiledByCode.get(key);
  if (found) return found;
  if (compiledByCode.size >= mostKnown) compiledByCode.clear();
  const run = make();
  compiledByCode.set(key, run);
  return run;
}

function buildCacheKey(expression: Expression): string {
  if ('code' in expression) return expression.code;
  let key = expression.marktype;
  for (const name in expression.channels) key += `\n${name}:${expression.channels[name]!.code}`;
  return key;
}

/** Without a context Vega leaves the function unbound, so that it can serve all of them. */
const createCachedCompiler =
  (name: 'operator' | 'parameter' | 'event' | 'handler' | 'encode'): ExpressionCompiler =>
  (context, expression) => {
    const run = getOrCompile(`${name} ${buildCacheKey(expression)}`, () =>
      vegaCompilers[name](null, expression),
    );
    return context?.functions ? run.bind(context.functions) : run;
  };

export const expressions: Expressions = {
  operator: createCachedCompiler('operator'),
  parameter: createCachedCompiler('parameter'),
  event: createCachedCompiler('event'),
  handler: createCachedCompiler('handler'),
  encode: createCachedCompiler('encode'),
  // Vega writes names on these, so no two charts can share them.
  codegen: vegaCompilers.codegen,
};
