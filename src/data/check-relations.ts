import type { DuckDBConnection } from '@duckdb/node-api';
import { type Problem, sampleLimit } from '../base/problem.ts';
import { quoteSqlName } from '../base/quoting.ts';
import type { SourceColumn, SourceTable } from '../base/source-table.ts';
import { createProblem } from '../problems/catalog.ts';
import { findKnownTable } from '../schema/tables/known-tables.ts';
import type { Relation } from '../schema/tables/table-schema.ts';

/** Rows of a loaded table that contradict themselves, by column and number of the data row. */
export async function checkRelations(
  connection: DuckDBConnection,
  table: SourceTable,
  columns: readonly SourceColumn[],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const relation of listRelations(table, columns))
    problems.push(...(await readContradictions(connection, table, relation)));
  return problems;
}

/** SQL conditions of rows that contradict themselves. */
export function buildContradictions(table: SourceTable, columns: readonly SourceColumn[]): string[] {
  return listRelations(table, columns).map(({ low, high }) => `${quoteSqlName(low)} > ${quoteSqlName(high)}`);
}

function listRelations(table: SourceTable, columns: readonly SourceColumn[]): Relation[] {
  const relations = table.known ? (findKnownTable(table.name)?.schema.relations ?? []) : [];
  const names = new Set(columns.map((column) => column.name));
  return relations.filter(({ low, high }) => names.has(low) && names.has(high));
}

async function readContradictions(
  connection: DuckDBConnection,
  table: SourceTable,
  { kind, low, high }: Relation,
): Promise<Problem[]> {
  const [lowName, highName] = [quoteSqlName(low), quoteSqlName(high)];
  const found = await connection.runAndReadAll(
    `select n, ${lowName}::varchar, ${highName}::varchar, count(*) over () as total
     from (select *, row_number() over () as n from ${quoteSqlName(table.name)})
     where ${lowName} > ${highName} order by n limit ${sampleLimit + 1}`,
  );
  const order = kind === 'in-order';
  const rows = found.getRows();
  const problems = rows.slice(0, sampleLimit).map(([row, lowValue, highValue]) => {
    const place = { file: table.file, cell: `${low}!${String(row)}` };
    return createProblem('row-contradiction', place, {
      low,
      high,
      lowValue: String(lowValue),
      highValue: String(highValue),
      order,
    });
  });
  const next = rows[sampleLimit];
  if (!next) return problems;
  const more = Number(next[3]) - sampleLimit;
  const place = { file: table.file, cell: `${low}!${String(next[0])}` };
  return [...problems, createProblem('more-contradictions', place, { low, high, more, order })];
}
