import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import type { Relation } from '../schema/tables/column.ts';

const toldOneByOne = 5;

/** Rows that contradict themselves: more clicks than impressions, an end before its start. */
export function contradictions(
  relation: Relation,
  names: readonly string[],
  rows: readonly Cell[][],
  placeOf: (row: number, column: number) => Place,
): Problem[] {
  const [low, high] = [names.indexOf(relation.low), names.indexOf(relation.high)];
  if (low < 0 || high < 0) return [];
  const order = relation.kind === 'in-order';
  const broken = rows.flatMap((row, index) => (isBroken(row[low] ?? null, row[high] ?? null) ? [index] : []));
  const both = { low: relation.low, high: relation.high, order };
  const problems = broken.slice(0, toldOneByOne).map((index) => {
    const [lowValue, highValue] = [String(rows[index]![low]), String(rows[index]![high])];
    return problem('row-contradiction', placeOf(index, low), { ...both, lowValue, highValue });
  });
  const next = broken[toldOneByOne];
  if (next === undefined) return problems;
  const more = broken.length - toldOneByOne;
  return [...problems, problem('more-contradictions', placeOf(next, low), { ...both, more })];
}

/** Texts are days or instants in ISO form; instants with different offsets are compared in UTC. */
function isBroken(low: Cell, high: Cell): boolean {
  if (typeof low === 'number' && typeof high === 'number') return low > high;
  if (typeof low !== 'string' || typeof high !== 'string') return false;
  const offset = /(Z|[+-]\d{2}:\d{2})$/;
  const comparable = offset.test(low) === offset.test(high);
  return comparable && Date.parse(low) > Date.parse(high);
}
