/** `in` and `not_in` of metrics.yaml: rows whose value occurs in a column of the rows that another entry counts. */
import { createProblem } from '../../../problems/catalog.ts';
import type { MetricEntry } from '../../../schema/metrics-file-schema.ts';
import { type ValueContext, ValueError } from '../computed-value.ts';
import type { NamedEntry } from '../metrics-entries.ts';
import { compileExpression } from './expressions.ts';
import type { RowScope } from './row-scope.ts';

/** Throws ValueError. */
export async function buildMembershipConditions(
  given: Pick<MetricEntry, 'in' | 'not_in'>,
  scope: RowScope,
  { getPlace }: Pick<NamedEntry, 'getPlace'>,
  { buildRowsOf }: ValueContext,
): Promise<string[]> {
  const conditions: string[] = [];
  for (const key of ['in', 'not_in'] as const) {
    for (const [text, reference] of Object.entries(given[key] ?? {})) {
      const place = getPlace(key, text);
      const { sql } = compileExpression(text, scope, place);
      const dot = reference.lastIndexOf('.');
      const [name, column] = [reference.slice(0, dot).trim(), reference.slice(dot + 1).trim()];
      if (dot <= 0 || !buildRowsOf)
        throw new ValueError(createProblem('bad-rows-reference', place, { found: reference }));
      const values = await buildRowsOf(name, column, place);
      conditions.push(`${sql} ${key === 'in' ? 'IN' : 'NOT IN'} (${values})`);
    }
  }
  return conditions;
}
