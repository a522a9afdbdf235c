/** EXPR of metrics.yaml: a column, a column of another table, a step of time, a difference of times, or SQL over one row. */
import type { Place } from '../../../base/place.ts';
import { quoteSqlName } from '../../../base/quoting.ts';
import { isTimeType, type SourceColumn } from '../../../base/source-table.ts';
import { enclose } from '../../../metrics/sql/select.ts';
import { ValueError } from '../computed-value.ts';
import {
  createUnknownColumnProblem,
  findColumn,
  findJoinedColumn,
  isPlainName,
  joinNamedColumns,
  namePattern,
  type RowScope,
} from './row-scope.ts';
import { buildStepSql, isStep, stepNames } from './steps.ts';
import { assertConditionColumn } from './value-types.ts';

export interface Expression {
  sql: string;
  /** The column that it is. */
  column?: SourceColumn | undefined;
  /** The step of time that it is. */
  step?: string;
  /** Of a difference of times: that of dates counts in days. */
  span?: SpanUnit;
}

/** Units that a span of time is counted in, in seconds. */
const spanSeconds = { 天: 86_400, 小时: 3600, 分钟: 60, 秒: 1 } as const;

export type SpanUnit = keyof typeof spanSeconds;

const isSpanUnit = (unit: string | undefined): unit is SpanUnit =>
  unit !== undefined && Object.hasOwn(spanSeconds, unit);

/** `unit`: what the entry wants to count a difference of times in. Throws ValueError for an unknown name. */
export function compileExpression(
  text: string,
  scope: RowScope,
  place: Place,
  unit?: string | undefined,
): Expression {
  const written = text.trim();
  const own = findColumnOrStep(written, scope, place);
  if (own) return own;
  const span = compileSpan(written, scope, place, unit);
  if (span) return span;
  if (isPlainName(written))
    throw new ValueError(
      createUnknownColumnProblem(written, scope.table, place, { scope, steps: stepNames }),
    );
  joinNamedColumns(written, scope, place);
  return { sql: enclose(written) };
}

/** COND of metrics.yaml: SQL over one row. `key`: what it is written under. */
export function compileCondition(text: string, scope: RowScope, place: Place, key: string): string {
  const column = findColumn(scope.table, text.trim()) ?? findJoinedColumn(text.trim(), scope, place)?.column;
  assertConditionColumn({ column }, text, place, key);
  joinNamedColumns(text, scope, place);
  return text;
}

/** A column of the table with the name of a step wins; the time column itself is the step. */
function findColumnOrStep(written: string, scope: RowScope, place: Place): Expression | undefined {
  const column = findColumn(scope.table, written.replace(/^"(.*)"$/, '$1'));
  const isTime = column && scope.time?.includes(quoteSqlName(column.name));
  if (column && !(isTime && isStep(written))) return { sql: quoteSqlName(column.name), column };
  if (isStep(written) && scope.day !== undefined)
    return { sql: buildStepSql(written, scope).value, step: written };
  return findJoinedColumn(written, scope, place);
}

/** `closed_at - opened_at` as a number. */
function compileSpan(
  written: string,
  scope: RowScope,
  place: Place,
  unit: string | undefined,
): Expression | undefined {
  const name = `((?:${namePattern}\\s*\\.\\s*)?${namePattern})`;
  const match = new RegExp(`^${name}\\s*-\\s*${name}$`, 'u').exec(written);
  if (!match) return undefined;
  const [to, from] = [match[1]!, match[4]!].map((one) => findColumnOrStep(one, scope, place));
  if (!to?.column || !from?.column) return undefined;
  if (!isTimeType(to.column.type) || !isTimeType(from.column.type)) return undefined;
  const isDates = to.column.type === 'date' && from.column.type === 'date';
  return buildSpan(to.sql, from.sql, isDates, unit);
}

/** Time between two times. */
export function buildSpan(to: string, from: string, isDates: boolean, unit: string | undefined): Expression {
  const wanted = isSpanUnit(unit) ? unit : isDates ? '天' : '小时';
  if (isDates && wanted === '天') return { sql: `(${to} - ${from})`, span: wanted };
  const epoch = (sql: string) => `epoch_ms(CAST(${sql} AS TIMESTAMPTZ))`;
  const factor = `${spanSeconds[wanted] * 1000}.0`;
  return { sql: `((${epoch(to)} - ${epoch(from)}) / ${factor})`, span: wanted };
}
