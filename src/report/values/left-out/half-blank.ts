/**
 * Rows that have one side of a ratio and not the other. They are in neither sum: the other side alone would make the
 * ratio a false one. What is left out so is told, once a table and set of columns.
 */
import type { Problem } from '../../../base/problem.ts';
import { blankSqlTexts, quoteSqlName } from '../../../base/quoting.ts';
import type { Engine, EngineTable } from '../../../data/engine.ts';
import type { AnyMetric } from '../../../metrics/define-family.ts';
import { isMetric, metrics } from '../../../metrics/library.ts';
import { enclose } from '../../../metrics/sql/select.ts';
import { createProblem } from '../../../problems/catalog.ts';
import type { MetricEntry } from '../../../schema/metrics-file-schema.ts';
import type { NamedEntry } from '../metrics-entries.ts';
import { splitParameters } from '../plan-query.ts';
import { rowNumber } from '../rows/row-source.ts';

interface PairedValue {
  name: string;
  table: EngineTable;
  columns: string[];
  /** What rows it looks at, of those of its table. */
  where: string | undefined;
}

/** Of entries that were evaluated. */
export async function findHalfBlank(entries: readonly NamedEntry[], engine: Engine): Promise<Problem[]> {
  const paired = entries.flatMap((named) => findPairedColumns(named, engine));
  const groups = Map.groupBy(
    paired,
    ({ table, columns, where }) => `${table.name}\n${columns.join('\n')}\n${where ?? ''}`,
  );
  const problems: Problem[] = [];
  for (const [first, ...others] of groups.values()) {
    const { table, columns, where } = first!;
    const found = await findRows(engine, table, columns, where);
    if (!found) continue;
    const { rows, row, column } = found;
    const names = [first!, ...others].slice(0, 3).map(({ name }) => `“${name}”`);
    problems.push(
      createProblem(
        'ratio-half-blank',
        { file: table.file, cell: `${column}!${row}` },
        {
          table: table.name,
          column,
          rows,
          names: names.join('、'),
          more: others.length > 2 ? others.length + 1 : 0,
        },
      ),
    );
  }
  return problems;
}

/** Columns of numbers, by name: of an expression no cell can be named. */
function findPairedColumns({ name, entry }: NamedEntry, engine: Engine): PairedValue[] {
  if (entry.kind !== 'metric' || !isMetric(entry.given.metric)) return [];
  const metric = metrics[entry.given.metric];
  const table = engine.table(entry.given.from ?? metric.table);
  if (!table) return [];
  const keys = listKeys(metric, entry.given);
  const columns = keys.flatMap((key) => findColumnName(table, metric, entry.given, key) ?? []);
  return columns.length < 2 ? [] : [{ name, table, columns, where: entry.given.where }];
}

function findColumnName(
  { columns }: EngineTable,
  metric: AnyMetric,
  { with: withs = {}, column, time }: MetricEntry,
  key: string,
): string | undefined {
  const asked = { ...withs, ...(column && { column }), ...(time && { time }) }[key];
  const names = typeof asked === 'string' ? [asked.trim()] : (metric.columns[key]?.names ?? []);
  const isNumber = (type: string) => type === 'number' || type === 'integer';
  const found = names.find((one) => columns.some(({ name }) => name === one));
  return columns.find(({ name, type }) => name === found && isNumber(type))?.name;
}

function listKeys(metric: AnyMetric, { with: withs = {} }: MetricEntry): readonly string[] {
  const params = metric.params.safeParse(splitParameters(withs, metric).own);
  return params.success ? (metric.paired?.(params.data) ?? []) : [];
}

async function findRows(
  engine: Engine,
  { name }: EngineTable,
  columns: readonly string[],
  where: string | undefined,
) {
  const cells = columns.map(quoteSqlName);
  const [some, none] = [cells.map((cell) => `${cell} IS NULL`), cells.map((cell) => `${cell} IS NOT NULL`)];
  // A condition on columns of other tables holds for rows joined with these: of all rows too many would be told.
  const isJoined = where !== undefined && /\.\s*[\p{L}_"]/u.test(blankSqlTexts(where));
  const own = where === undefined || isJoined ? 'true' : enclose(where);
  const half = `(${some.join(' OR ')}) AND (${none.join(' OR ')}) AND ${own}`;
  const ask = async (sql: string) => (await engine.query(sql, { isOwn: own === 'true' })).rows[0] ?? {};
  const rows = Number((await ask(`SELECT count(*) AS n FROM ${quoteSqlName(name)} WHERE ${half}`)).n ?? 0);
  if (rows === 0) return undefined;
  const numbered = `SELECT row_number() OVER () AS ${rowNumber}, * FROM ${quoteSqlName(name)}`;
  const first = await ask(
    `SELECT ${rowNumber}, ${some.map((one, at) => `${one} AS b${at}`).join(', ')} FROM (${numbered}) WHERE ${half} ORDER BY ${rowNumber} LIMIT 1`,
  );
  const column = columns.find((_, at) => first[`b${at}`] === true) ?? columns[0]!;
  return { rows, row: Number(first[rowNumber]), column };
}
