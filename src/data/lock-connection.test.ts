import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { lockConnection } from './open-engine.ts';
import { assertQueryAllowed } from './query-guard.ts';

const connection = await (await DuckDBInstance.create(':memory:')).connect();
await lockConnection(connection, []);

/** The guard looks first; this is what stands behind it. */
describe('a locked engine, asked without the guard', () => {
  test.each([
    "select * from read_text('/etc/passwd')",
    "select * from read_csv('/etc/passwd')",
    "select * from '/etc/passwd.csv'",
    "select * from glob('/etc/*')",
    "attach '/tmp/x.db'",
    "copy (select 1) to '/tmp/fupan-x.csv'",
    'install httpfs',
    'load httpfs',
    'set enable_external_access = true',
    "set allowed_paths = ['/etc/passwd']",
    "set temp_directory = '/tmp/other'",
    "export database '/tmp/fupan-x'",
  ])('refuses %s', async (sql) => {
    await expect(connection.run(sql)).rejects.toThrow(/Permission Error|Invalid Input Error|locked|disabled/);
  });
});

test('every function of DuckDB that is not the same each time is refused by the guard', async () => {
  const found = await connection.runAndReadAll(
    "select distinct function_name from duckdb_functions() where stability <> 'CONSISTENT' order by 1",
  );
  const harmless = new Set(['error']);
  const names = found.getRows().map(([name]) => String(name));
  expect(names).toContain('now');
  for (const name of names.filter((one) => !harmless.has(one))) {
    const tree = await connection.runAndReadAll(`select json_serialize_sql('select ${name}()')`);
    expect(() => assertQueryAllowed(String(tree.value(0, 0)), new Set()), name).toThrow('SQL 不能');
  }
});

test('every table function of DuckDB is refused by the guard, but those that read nothing', async () => {
  const found = await connection.runAndReadAll(
    "select distinct function_name from duckdb_functions() where function_type in ('table', 'table_macro') order by 1",
  );
  const names = found.getRows().map(([name]) => String(name));
  const allowed: string[] = [];
  for (const name of names) {
    const tree = await connection.runAndReadAll(`select json_serialize_sql('select * from ${name}(1)')`);
    try {
      assertQueryAllowed(String(tree.value(0, 0)), new Set());
      allowed.push(name);
    } catch {}
  }
  expect(allowed).toEqual(['generate_series', 'json_each', 'json_tree', 'range', 'repeat', 'unnest']);
});
