/** Runs what a plan asks: for all, and for each member of its series. */
import type { Engine } from '../../data/engine.ts';
import type { GroupKey, Solution, TableColumns } from '../../metrics/metric.ts';
import { toProblems, type ValueContext, ValueError } from './computed-value.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { buildMetricQuery, type QueryPlan } from './plan-query.ts';
import type { StepWindow } from './rows/windows.ts';
import { type Row, solveGroups, toSolutionRow } from './series-members.ts';

type EntryPlaces = Pick<NamedEntry, 'getPlace'>;

export interface MetricResult {
  /** Of the lookup. */
  preRows: readonly Row[];
  total: readonly Row[];
  series: readonly Row[];
  /** Of a model. */
  solution?: Solution;
  sql: string;
  /** SQL of the lookup; empty where there is none. */
  lookup: string;
  /** Where each step of the series looks back: those that can. */
  windows?: readonly StepWindow[] | undefined;
}

/** Throws QueryError, and ParameterError of the metric. `windows`: steps of the series that look back. */
export async function runQueries(
  plan: QueryPlan,
  written: EntryPlaces,
  { engine }: ValueContext,
  windows?: readonly StepWindow[],
): Promise<MetricResult> {
  const { metric, by, joined, query } = plan;
  const lookup = metric.lookup?.(query.params, listTableColumns(engine.tables));
  const preRows = lookup === undefined ? [] : await runLookup(lookup, written, engine);
  const ask = (keys: GroupKey[], spans?: readonly StepWindow[]) => {
    const others = joined && {
      joined: { ...joined, keys: keys.length === 0 ? [] : joined.by.map(({ key }) => key) },
    };
    return metric.sql({ ...buildMetricQuery(plan, keys, spans), preRows, ...others });
  };
  const sql = ask([]);
  const grouped = by.length > 0 ? ask(listKeys(by), windows) : undefined;
  const whole = engine.query(sql, { isShared: true });
  const parts = grouped === undefined ? undefined : engine.query(grouped, { isShared: true });
  // What is wrong with both is told of the whole.
  parts?.catch(() => undefined);
  const { rows } = await whole;
  const solution = metric.solve?.(rows, query.params, preRows);
  const total = solution ? [toSolutionRow(solution)] : rows;
  const answer = { preRows, total, ...(solution && { solution }), lookup: lookup ?? '', windows };
  if (!parts) return { ...answer, series: [], sql };
  const groups = (await parts).rows;
  const series = metric.solve ? solveGroups(groups, metric, query.params, preRows) : groups;
  return { ...answer, series, sql: `${sql};\n\n${grouped}` };
}

const listKeys = (by: QueryPlan['by']): GroupKey[] => by.map(({ key }) => key);

const listTableColumns = (tables: Engine['tables']): TableColumns =>
  new Map(tables.map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))]));

/** What goes wrong here lies in the name of the funnel, or in its table. */
async function runLookup(sql: string, written: EntryPlaces, engine: Engine): Promise<readonly Row[]> {
  try {
    return (await engine.query(sql)).rows;
  } catch (error) {
    throw new ValueError(...toProblems(error, () => written.getPlace('with', 'funnel')));
  }
}
