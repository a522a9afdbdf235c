/** The rows that an entry counts, for others that look at what occurs in them. */
import { suggestNames } from '../../base/names/suggest-names.ts';
import type { Place } from '../../base/place.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import { isMetric, metrics } from '../../metrics/library.ts';
import { buildConditions, buildWhere } from '../../metrics/sql/select.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { MetricEntry } from '../../schema/metrics-file-schema.ts';
import { type ValueContext, ValueError } from './computed-value.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { buildMetricQuery, planQuery, type QueryPlan } from './plan-query.ts';
import { buildGroupsSql } from './rows/row-groups.ts';
import { createUnknownColumnProblem, findColumn } from './rows/row-scope.ts';
import { buildStepSql, isStep, stepNames } from './rows/steps.ts';

/** What is looked up by name: the entries of the same file. */
interface Entries {
  find: (name: string) => NamedEntry | undefined;
  names: readonly string[];
}

/** Throws ValueError where there is no such entry, it counts no rows, or they have no such column. */
export function createRowsFinder(
  entries: Entries,
  context: ValueContext,
): NonNullable<ValueContext['buildRowsOf']> {
  const find = (path: readonly string[]) => async (name: string, column: string, place: Place) => {
    if (path.includes(name))
      throw new ValueError(createProblem('rows-cycle', place, { path: [...path, name].join(' → ') }));
    const named = entries.find(name);
    if (!named)
      throw new ValueError(
        createProblem('unknown-value', place, { name, ...suggestNames(name, [...entries.names]) }),
      );
    const { entry } = named;
    if (entry.kind === 'query') return buildQueryColumnSql(entry.given.query, name, column, place, context);
    if (entry.kind !== 'metric' || !isRowMetric(entry.given.metric))
      throw new ValueError(createProblem('rows-not-countable', place, { name }));
    const inner = { ...context, buildRowsOf: find([...path, name]) };
    return buildColumnSql(entry.given, column, { ...named, place }, inner);
  };
  return find([]);
}

/**
 * A column of a query. That it is there is looked at first: else its name would be taken for one of the rows outside, and
 * each of them would have it. Blanks go: with one among them nothing is known to be absent.
 */
async function buildQueryColumnSql(
  query: string,
  name: string,
  column: string,
  place: Place,
  { engine }: ValueContext,
): Promise<string> {
  const inner = `(${query.replace(/;\s*$/, '')}\n)`;
  const { columns } = await engine.query(`SELECT * FROM ${inner} LIMIT 0`);
  const found = columns.find((one) => one.name.toLowerCase() === column.toLowerCase());
  if (!found) {
    const all = columns.map((one) => one.name);
    const params = { name: column, table: name, ...suggestNames(column, all) };
    throw new ValueError(createProblem('unknown-column', place, params));
  }
  const sql = quoteSqlName(found.name);
  return `SELECT ${sql} FROM ${inner} WHERE ${sql} IS NOT NULL`;
}

const isRowMetric = (id: string): boolean => isMetric(id) && metrics[id].family === 'rows';

async function buildColumnSql(
  given: MetricEntry,
  column: string,
  named: NamedEntry,
  context: ValueContext,
): Promise<string> {
  const metric = metrics[given.metric as keyof typeof metrics];
  const plan = await planQuery({ ...given, by: undefined, over: undefined }, metric, named, context);
  const { query, groups, table } = plan;
  if (groups) {
    const keys = [...groups.keys.map(({ name }) => name), 'value'];
    if (keys.includes(column))
      return `SELECT ${quoteSqlName(column)} FROM ${buildGroupsSql({ ...query, keys: [] }, groups)} WHERE ${quoteSqlName(column)} IS NOT NULL`;
    throw new ValueError(
      createUnknownColumnProblem(column, { ...table, columns: [] }, named.place, { steps: keys }),
    );
  }
  const sql = buildReadSql(column, plan, named);
  const { from } = buildMetricQuery(plan, []);
  return `SELECT ${sql} FROM ${from}${buildWhere([...buildConditions(query), `${sql} IS NOT NULL`])}`;
}

/** A column of the rows, or a step of their time: `in: { week: 活动曝光.week }`. */
function buildReadSql(column: string, { table, query, scope }: QueryPlan, { place }: NamedEntry) {
  const found = findColumn(table, column);
  if (found) return quoteSqlName(found.name);
  if (isStep(column) && query.day !== undefined) return buildStepSql(column, scope).value;
  throw new ValueError(createUnknownColumnProblem(column, table, place, { steps: stepNames }));
}
