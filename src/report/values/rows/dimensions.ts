/** What rows are parted by into the members of a series: a step, a column, an expression, or bins of numbers. */
import type { Grain } from '../../../base/calendar-days.ts';
import type { Place } from '../../../base/place.ts';
import { quoteSqlName } from '../../../base/quoting.ts';
import type { GroupKey } from '../../../metrics/metric.ts';
import { createProblem } from '../../../problems/catalog.ts';
import type { MetricEntry } from '../../../schema/metrics-file-schema.ts';
import { valueWords } from '../../../words/value-words.ts';
import { ValueError } from '../computed-value.ts';
import { compileExpression } from './expressions.ts';
import { findColumn, type RowScope } from './row-scope.ts';
import { buildStepSql, isStep, type SetMember } from './steps.ts';
import { assertNumber } from './value-types.ts';

/** One dimension of `by`. */
export interface Dimension {
  /** Set for steps of the calendar; else it is a column or a set. */
  grain?: Grain;
  /** Whether it is a step of time. */
  isStep?: true;
  /** Set where a column of the table has the name of a step, and is meant. */
  namedAsStep?: string;
  /** All members there can be, in order; the first `rare` of them stand only where they have rows. */
  members?: readonly SetMember[];
  rare?: number;
  key: GroupKey;
  /** What it is called: the label of its column, else as it is written. */
  title: string;
}

export type By = NonNullable<MetricEntry['by']>;

/** `week`, `users.channel`, `{ age: [18, 25] }`, or two of them. Throws ValueError. */
export function resolveDimensions(
  by: By | undefined,
  scope: RowScope,
  getPlace: (...path: string[]) => Place,
  createMissingTime: () => ValueError,
): Dimension[] {
  const parts: [string, number[] | undefined][] =
    by === undefined
      ? []
      : typeof by === 'string'
        ? [[by, undefined]]
        : Array.isArray(by)
          ? by.map((one) => [one, undefined])
          : Object.entries(by);
  return parts.map(([text, edges], at) => {
    const alias = at === 0 ? 'key' : 'grp';
    const place = edges ? getPlace(text) : Array.isArray(by) ? getPlace(String(at)) : getPlace();
    if (edges) return resolveBins(text, edges, scope, alias, place);
    const column = findColumn(scope.table, text);
    const isTime = column && scope.time?.includes(quoteSqlName(column.name));
    if (isStep(text) && (!column || isTime)) {
      // A table without a column of times has no weeks.
      if (scope.day === undefined) throw createMissingTime();
      const { value, key, grain, members } = buildStepSql(text, scope);
      return {
        ...(grain && { grain }),
        ...(members && { members }),
        isStep: true,
        key: { alias, text: key, order: grain ? key : value, timed: grain !== undefined },
        title: valueWords[scope.language].stepNames[text],
      };
    }
    const { sql, column: found } = compileExpression(text, scope, place);
    return {
      key: { alias, text: `CAST(${sql} AS VARCHAR)`, order: sql, timed: false },
      title: found?.label || text,
      ...(isStep(text) && { namedAsStep: text }),
    };
  });
}

/** `{ age: [18, 25] }` is < 18 (where there are some), 18 to under 25, ≥ 25. */
function resolveBins(
  text: string,
  edges: readonly number[],
  scope: RowScope,
  alias: GroupKey['alias'],
  place: Place,
): Dimension {
  const wrong = edges.findIndex((edge, at) => at > 0 && edge <= edges[at - 1]!);
  if (wrong > 0)
    throw new ValueError(
      createProblem('bins-not-in-order', place, { left: edges[wrong - 1]!, right: edges[wrong]! }),
    );
  const expression = compileExpression(text, scope, place);
  const { sql, column } = expression;
  assertNumber(expression, 'by: { … }', place);
  const cases = edges.map((edge, at) => `WHEN ${sql} < ${edge} THEN ${at}`);
  const value = `CASE WHEN ${sql} IS NULL THEN NULL ${cases.join(' ')} ELSE ${edges.length} END`;
  const label = (at: number) =>
    at === 0 ? `<${edges[0]}` : at === edges.length ? `≥${edges.at(-1)}` : `${edges[at - 1]}～<${edges[at]}`;
  const members = Array.from({ length: edges.length + 1 }, (_, at) => ({
    key: String(at),
    label: label(at),
  }));
  return {
    members,
    rare: 1,
    key: { alias, text: `CAST(${value} AS VARCHAR)`, order: value, timed: false },
    title: column?.label || text,
  };
}
