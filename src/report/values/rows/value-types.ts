/** What a text of metrics.yaml must come to: a condition where rows are chosen, a number where they are measured. */
import type { Place } from '../../../base/place.ts';
import { isTimeType, type SourceColumn } from '../../../base/source-table.ts';
import type { Engine } from '../../../data/engine.ts';
import { createProblem } from '../../../problems/catalog.ts';
import { ValueError } from '../computed-value.ts';

/** What a text names, where it does. */
interface Named {
  column?: SourceColumn | undefined;
  /** A step of time. */
  step?: string | undefined;
}

/** Throws ValueError where a condition is a column that is neither true nor false. `key`: what it is written under. */
export function assertConditionColumn({ column }: Named, text: string, place: Place, key: string): void {
  if (!column || column.type === 'boolean') return;
  throw new ValueError(createProblem('condition-expected', place, { key, text: text.trim(), column: true }));
}

/** What makes a condition of SQL; without any of it the engine is asked what the SQL comes to. */
const comparing =
  /[=<>]|\b(in|is|i?like|between|and|or|not|exists|true|false|contains|(starts|ends)_with|glob|similar|regexp\w*)\b/i;

/** Throws ValueError where SQL is no condition, such as `amount + 1`. */
export async function assertCondition(
  text: string,
  from: string,
  engine: Engine,
  { place, key }: { place: Place; key: string },
): Promise<void> {
  if (comparing.test(text)) return;
  // What the engine refuses is told when the whole is asked for.
  const answer = await engine
    .query(`SELECT typeof(${text}\n) AS found FROM ${from} LIMIT 1`)
    .catch(() => undefined);
  const found = answer?.rows[0]?.found;
  if (found === undefined || found === 'BOOLEAN') return;
  throw new ValueError(createProblem('condition-expected', place, { key, text: text.trim(), column: false }));
}

/** Steps that are numbers; the others are names of days, weeks … */
const numberSteps: ReadonlySet<string> = new Set(['hour', 'weekday']);

/** Throws ValueError where a column that is to be measured holds texts or times. `what` measures it. */
export function assertNumber({ column, step }: Named, what: string, place: Place): void {
  const isTime = column ? isTimeType(column.type) : step !== undefined && !numberSteps.has(step);
  if (!isTime && column?.type !== 'text') return;
  const params = { column: column?.name ?? step ?? '', what, isTime };
  throw new ValueError(createProblem('number-expected', place, params));
}
