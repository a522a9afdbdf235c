import { parseExpression } from 'vega';

const expressionKeys = new Set(['calculate', 'filter', 'test', 'expr', 'labelExpr', 'update']);

/** The first expression of a specification that is none, with what is wrong in it; Vega's own message quotes nothing. */
export function findExpressionError(node: unknown, key = ''): string | undefined {
  if (typeof node === 'string' && expressionKeys.has(key)) {
    try {
      parseExpression(node);
      return undefined;
    } catch (error) {
      return `${node} → ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  if (typeof node !== 'object' || node === null) return undefined;
  for (const [name, value] of Object.entries(node)) {
    // Rows are no part of what was written.
    const fault = name === 'datasets' ? undefined : findExpressionError(value, name);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
