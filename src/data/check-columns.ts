import type { DuckDBConnection } from '@duckdb/node-api';
import type { Place } from '../base/place.ts';
import { type Problem, sampleLimit } from '../base/problem.ts';
import { quoteSqlText } from '../base/quoting.ts';
import type { SourceColumn, SourceTable } from '../base/source-table.ts';
import { createProblem } from '../problems/catalog.ts';
import { describeExpectedValue } from '../problems/expected-value.ts';
import { findKnownTable } from '../schema/tables/known-tables.ts';
import type { ColumnSchema } from '../schema/tables/table-schema.ts';

/** A column of a file as SQL: as it stands there, and as it is read. */
export interface RawColumn {
  column: SourceColumn;
  raw: string;
  value: string;
}

/** Cells that are not what the schema wants, by column and number of the data row. */
export async function checkColumns(
  connection: DuckDBConnection,
  table: SourceTable,
  source: string,
  columns: readonly RawColumn[],
): Promise<Problem[]> {
  const checks = columns.flatMap((column) => buildCellChecks(table, column));
  if (checks.length === 0) return [];
  const counts = await connection.runAndReadAll(
    `select ${checks.map(({ fault }) => `count(*) filter (where ${fault})`).join(', ')} from ${source}`,
  );
  const problems: Problem[] = [];
  for (const [index, check] of checks.entries()) {
    const count = Number(counts.value(index, 0));
    if (count > 0) problems.push(...(await readCellProblems(connection, table, source, check, count)));
  }
  return problems;
}

interface CellCheck extends RawColumn {
  /** SQL condition of a bad cell. */
  fault: string;
  empty: boolean;
  schema: Limits;
}

type Limits = Pick<ColumnSchema, 'type' | 'unit' | 'values' | 'min' | 'max'>;

/** SQL conditions of a value that its schema refuses. */
export function buildLimitConditions({ values, min, max }: Limits, value: string): string[] {
  const refused: string[] = [];
  if (values) refused.push(`${value} not in (${values.map(quoteSqlText).join(', ')})`);
  if (min !== undefined) refused.push(`${value} < ${min}`);
  if (max !== undefined) refused.push(`${value} > ${max}`);
  return refused;
}

function findKnownColumn(table: SourceTable, { column }: RawColumn): ColumnSchema | undefined {
  return table.known ? findKnownTable(table.name)?.schema.columns[column.name] : undefined;
}

function buildCellChecks(table: SourceTable, column: RawColumn): CellCheck[] {
  const known = findKnownColumn(table, column);
  const schema: Limits = known ?? { type: column.column.type, unit: '' };
  const { raw, value } = column;
  const faults = [`${value} is null`, ...buildLimitConditions(schema, value)];
  if (schema.type === 'number') faults.push(`not isfinite(${value}::double)`);
  const wrong: CellCheck = {
    ...column,
    schema,
    empty: false,
    fault: `${raw} is not null and (${faults.join(' or ')})`,
  };
  return known?.required ? [{ ...column, schema, empty: true, fault: `${raw} is null` }, wrong] : [wrong];
}

async function readCellProblems(
  connection: DuckDBConnection,
  table: SourceTable,
  source: string,
  { raw, fault, empty, schema, column }: CellCheck,
  count: number,
): Promise<Problem[]> {
  const found = await connection.runAndReadAll(
    `select n, cast(raw as varchar) from (select row_number() over () as n, ${raw} as raw, ${fault} as bad from ${source}) where bad order by n limit ${sampleLimit + 1}`,
  );
  const expected = describeExpectedValue(schema);
  const { name } = column;
  const places = found
    .getRows()
    .map(([row]): Place => ({ file: table.file, cell: `${name}!${String(row)}` }));
  const problems = places.slice(0, sampleLimit).map((place, index) => {
    const text = String(found.value(1, index));
    return empty
      ? createProblem('empty-cell', place, { column: name, expected })
      : createProblem('bad-cell', place, { column: name, found: text, expected });
  });
  const next = places[sampleLimit];
  const more = count - sampleLimit;
  return next ? [...problems, createProblem('more-bad-cells', next, { column: name, more })] : problems;
}
