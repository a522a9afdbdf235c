import { parseExpression } from 'vega';

const keys = new Set(['calculate', 'filter', 'test', 'expr', 'labelExpr', 'update']);

/** The first expression of a specification that is none, with what is wrong in it; Vega's own message quotes nothing. */
export function expressionFault(node: unknown, key = ''): string | undefined {
  if (typeof node === 'string' && keys.has(key)) {
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
    const fault = name === 'datasets' ? undefined : expressionFault(value, name);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
