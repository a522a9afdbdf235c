/** Which part of an entry a query failed at: each piece of SQL that its author wrote is tried alone. */
import { listNames, suggestNames } from '../../base/names/suggest-names.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { QueryError } from '../../data/engine.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { MetricEntry } from '../../schema/metrics-file-schema.ts';
import type { ValueContext } from './computed-value.ts';
import type { NamedEntry } from './metrics-entries.ts';
import type { QueryPlan } from './plan-query.ts';
import { buildGroupsSql, type GroupsPlan } from './rows/row-groups.ts';
import { createUnknownColumnProblem } from './rows/row-scope.ts';
import { isStep } from './rows/steps.ts';

interface WrittenSql {
  sql: string;
  place: Place;
  /** The last of its keys. */
  key: string;
  /** It is about groups, not rows. */
  isOfGroups?: boolean;
}

/** The problem at its place; undefined where no part fails alone. */
export async function locateSqlProblem(
  given: MetricEntry,
  plan: QueryPlan,
  { getPlace }: Pick<NamedEntry, 'getPlace'>,
  context: ValueContext,
): Promise<Problem | undefined> {
  const { query, groups } = plan;
  const within = (['in', 'not_in'] as const).flatMap((key) =>
    Object.keys(given[key] ?? {}).map((one) => ({ sql: query.where ?? '', place: getPlace(key, one), key })),
  );
  // With all conditions comes what is wrong with values of other rows.
  const parts: WrittenSql[] = [...listWrittenSql(given, getPlace), ...within.slice(0, 1)];
  for (const part of parts) {
    const from =
      part.isOfGroups && groups
        ? buildGroupsSql({ ...query, keys: [] }, { ...groups, keep: undefined })
        : query.from;
    try {
      await context.engine.query(`SELECT count(${part.sql}\n) AS n FROM ${from}`);
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      return sayNearNames(error.at(part.place), part, plan, context);
    }
  }
  return undefined;
}

function listWrittenSql(
  { where, of, each, by, column, time, with: withs = {} }: MetricEntry,
  getPlace: NamedEntry['getPlace'],
): WrittenSql[] {
  const part = (sql: unknown, ...path: string[]): WrittenSql[] =>
    typeof sql === 'string' && !isStep(sql.trim())
      ? [{ sql, place: getPlace(...path), key: path.at(-1) ?? '' }]
      : [];
  const parts = [
    ...part(where, 'where'),
    ...(typeof by === 'string'
      ? part(by, 'by')
      : Array.isArray(by)
        ? by.flatMap((one, at) => part(one, 'by', String(at)))
        : Object.keys(by ?? {}).flatMap((one) => part(`(${one}) < 0`, 'by', one))),
    ...[each?.by ?? []].flat().flatMap((one) => part(one, 'each', 'by')),
    ...part(each?.column, 'each', 'column'),
    ...part(each?.of, 'each', 'of'),
    ...(each ? [] : part(column, 'column')),
    ...part(time, 'time'),
    ...Object.entries(withs).flatMap(([key, sql]) => (isColumnText(sql) ? part(sql, 'with', key) : [])),
  ];
  const toGroups = (one: WrittenSql) => ({ ...one, isOfGroups: true });
  return each
    ? [...parts, ...[...part(each.keep, 'each', 'keep'), ...part(of, 'of')].map(toGroups)]
    : [...parts, ...part(of, 'of')];
}

/** Parameters are texts, too: only what is plainly SQL is tried. */
const isColumnText = (sql: unknown): boolean => typeof sql === 'string' && /[()+*/<>=]| - /.test(sql);

/** A column that only other tables have, or that groups lack, is told as such. */
function sayNearNames(
  problem: Problem,
  { key, place, isOfGroups }: WrittenSql,
  { table, groups, scope }: QueryPlan,
  context: ValueContext,
): Problem {
  const name = problem.id === 'sql-unknown-column' ? /“([^”]+)”/.exec(problem.what.zh)?.[1] : undefined;
  if (name === undefined) return problem;
  if (isOfGroups && groups) return createGroupColumnProblem(name, groups, key, place);
  const isElsewhere = context.engine.tables.some(({ columns }) => columns.some((one) => one.name === name));
  return isElsewhere ? createUnknownColumnProblem(name, table, place, { scope }) : problem;
}

function createGroupColumnProblem(name: string, { keys }: GroupsPlan, key: string, place: Place): Problem {
  const all = [...keys.map((one) => one.name), 'value'];
  const { near } = suggestNames(name, all);
  return createProblem('group-column', place, { name, near, keys: listNames(name, all), key });
}
