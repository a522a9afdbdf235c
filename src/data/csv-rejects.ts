import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '../base/problem.ts';
import type { SourceTable } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';

const toldOneByOne = 5;

/** Rows that the engine could not cut into `expected` cells, by line; read from the log that its reader leaves. */
export async function rejectedRows(
  connection: DuckDBConnection,
  table: SourceTable,
  expected: number,
): Promise<Problem[]> {
  const found = await connection.runAndReadAll(
    `select line, string_agg(error_type::varchar || ' ' || error_message, ' ' order by column_idx)
     from reject_errors group by line order by line`,
  );
  await connection.run('drop table reject_errors; drop table reject_scans');
  const rows = found.getRows();
  const problems = rows.slice(0, toldOneByOne).map(([line, messages]) => {
    const place = { file: table.file, line: Number(line) };
    return rejection(String(messages), place, expected);
  });
  const next = rows[toldOneByOne];
  if (!next) return problems;
  const place = { file: table.file, line: Number(next[0]) };
  return [...problems, problem('more-bad-rows', place, { more: rows.length - toldOneByOne })];
}

/** The log has one entry for each missing or surplus cell. */
function rejection(messages: string, place: { file: string; line: number }, expected: number): Problem {
  const counts = [...messages.matchAll(/Found: (\d+)/g)].map(([, count]) => Number(count));
  if (counts.length > 0) {
    const found = counts[0]! < expected ? Math.min(...counts) : Math.max(...counts);
    return problem('bad-row', place, { expected, found });
  }
  if (/unicode|encoding|utf/i.test(messages)) return problem('not-utf8', place, { encoding: 'utf-8' });
  return problem('text-after-quote', place, {});
}
