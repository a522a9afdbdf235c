import { afterAll, describe, expect, test } from 'vitest';
import { SpentError } from '../base/limits/spending.ts';
import type { Cell, ColumnType, SourceTable } from '../base/source-table.ts';
import { QueryError } from './engine.ts';
import { openEngine, renewEngine } from './open-engine.ts';

function buildRowsTable(name: string, columns: Record<string, ColumnType>, rows: Cell[][]): SourceTable {
  return {
    name,
    title: name,
    file: `data/r/${name}.csv`,
    absolute: `/nowhere/data/r/${name}.csv`,
    sha256: '',
    bytes: 0,
    known: false,
    columns: Object.entries(columns).map(([header, type]) => ({
      header,
      name: header,
      type,
      label: header,
      unit: '',
      description: '',
    })),
    content: { kind: 'rows', rows, getPlace: (row) => ({ file: `data/r/${name}.csv`, line: row + 2 }) },
  };
}

const tables = [
  buildRowsTable('online-retail', { id: 'text', qty: 'integer', price: 'number' }, [
    ['a', 2, 1.5],
    ['b', null, 2.25],
  ]),
  buildRowsTable('订单', { 编号: 'text', 时间: 'timestamp', 日: 'date', 有效: 'boolean' }, [
    ['x', '2026-03-01T23:30:00Z', '2026-03-02', true],
    ['y', '2026-03-02T07:30:00', null, false],
  ]),
];

const { engine, problems } = await openEngine(tables, { zone: 'Asia/Shanghai', seconds: 1 });
afterAll(() => engine.close());

async function refused(sql: string): Promise<string> {
  try {
    await engine.query(sql);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const told = error.at({ file: 'data/r/metrics.yaml', line: 3 });
    expect(told.cure.zh).not.toBe('');
    return `${told.id}: ${told.what.zh}`;
  }
  throw new Error(`not refused: ${sql}`);
}

describe('tables', () => {
  test('load without problems and are listed with their rows', () => {
    expect(problems).toEqual([]);
    expect(engine.tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['online-retail', 2],
      ['订单', 2],
    ]);
  });

  test('are reached by their name and by its plain spelling', async () => {
    const sql = (name: string) => `select sum(qty * price) as 合计, count(*) as n from ${name}`;
    expect((await engine.query(sql('"online-retail"'))).rows).toEqual([{ 合计: 3, n: 2 }]);
    expect((await engine.query(sql('Online_Retail'))).rows).toEqual([{ 合计: 3, n: 2 }]);
    expect(engine.table('online_retail')?.name).toBe('online-retail');
    expect(engine.table('nothing')).toBeUndefined();
  });

  test('keep types; instants are shown in the zone of the report', async () => {
    const { columns, rows } = await engine.query('select * from 订单 order by 编号');
    expect(columns.map((column) => column.type)).toEqual(['text', 'timestamp', 'date', 'boolean']);
    expect(rows).toEqual([
      { 编号: 'x', 时间: '2026-03-02T07:30:00+08:00', 日: '2026-03-02', 有效: true },
      { 编号: 'y', 时间: '2026-03-02T07:30:00+08:00', 日: null, 有效: false },
    ]);
  });

  test('weeks are ISO weeks of the zone: Monday 07:30 in Shanghai is Sunday in UTC', async () => {
    const { rows } = await engine.query(
      "select strftime(时间, '%G-W%V') as w, 时间::date as d from 订单 limit 1",
    );
    expect(rows).toEqual([{ w: '2026-W10', d: '2026-03-02' }]);
  });
});

test('values are plain JSON', async () => {
  const { rows } = await engine.query(
    "select 1/0 as inf, 0/0 as nan, 12.50::decimal(9,2) as d, sum(3::bigint) as h, null as n, [1,2] as l, timestamp '2026-01-01 08:00:00.250' as t, time '08:00:00' as c",
  );
  expect(rows).toEqual([
    { inf: null, nan: null, d: 12.5, h: 3, n: null, l: '[1, 2]', t: '2026-01-01T08:00:00.25', c: '08:00:00' },
  ]);
});

test('an empty result still has its columns', async () => {
  const { columns, rows } = await engine.query('select id, qty from online_retail where false');
  expect(columns).toEqual([
    { name: 'id', type: 'text' },
    { name: 'qty', type: 'integer' },
  ]);
  expect(rows).toEqual([]);
});

test.each([
  'select 1',
  'with a as (select 1 as x union all select 2) select max(x) from a',
  'with recursive a(x) as (select 1 union all select x + 1 from a where x < 5) select count(*) from a',
  'from online_retail select count(*)',
  'values (1)',
  'select * from range(3)',
  "select unnest(['a', 'b'])",
  'select (select max(qty) from main.online_retail) from online_retail r join 订单 o on true;',
  "select date_diff('day', min(时间), max(时间)), date_trunc('week', min(时间)) from 订单",
  'select row_number() over (order by id) from online_retail qualify true -- end',
])('allowed: %s', async (sql) => {
  await expect(engine.query(sql)).resolves.toBeDefined();
});

test.each([
  ['', 'sql-refused: SQL 是空的。'],
  ['select 1; select 2', 'sql-refused: SQL 里有不止一条语句。'],
  ["select * from read_csv('/etc/passwd')", 'sql-refused: SQL 不能读取文件或外部来源：“read_csv(…)”。'],
  ["select * from read_text('/etc/passwd')", 'sql-refused: SQL 不能读取文件或外部来源：“read_text(…)”。'],
  ["select * from glob('/etc/*')", 'sql-refused: SQL 不能读取文件或外部来源：“glob(…)”。'],
  ["select * from '/etc/passwd'", 'sql-refused: SQL 不能读取文件或外部来源：“passwd”。'],
  ["select * from 'https://a.cn/x.csv'", 'sql-refused: SQL 不能读取文件或外部来源：“x.csv”。'],
  [
    "with a as (select * from read_blob('/etc/passwd')) select * from a",
    'sql-refused: SQL 不能读取文件或外部来源：“read_blob(…)”。',
  ],
  ['select * from duckdb_settings()', 'sql-refused: SQL 不能查询数据库的内部信息：“duckdb_settings(…)”。'],
  ["select * from query('select 1')", 'sql-refused: SQL 不能查询数据库的内部信息：“query(…)”。'],
  [
    'select * from information_schema.tables',
    'sql-refused: SQL 不能查询数据库的内部信息：“information_schema.tables”。',
  ],
  [
    "select current_setting('allowed_paths')",
    'sql-refused: SQL 不能查询这台计算机或数据库的状态：“current_setting(…)”。',
  ],
  ["select getenv('HOME')", 'sql-refused: SQL 不能查询这台计算机或数据库的状态：“getenv(…)”。'],
  ['select now()', 'sql-refused: SQL 不能使用当前时间：“now(…)”。'],
  ['select current_date', 'sql-refused: SQL 不能使用当前时间：“current_date”。'],
  ['select age(时间) from 订单', 'sql-refused: SQL 不能使用当前时间：“age(…)”。'],
  ['select random()', 'sql-refused: SQL 不能使用随机数或随机抽样：“random(…)”。'],
  ['select * from 订单 using sample 1', 'sql-refused: SQL 不能使用随机数或随机抽样：“SAMPLE”。'],
  ['select * from sqlite_master', 'sql-unknown-table: 没有数据表“sqlite_master”。'],
  ['select * from online_retial', 'sql-unknown-table: 没有数据表“online_retial”。'],
  ['select qyt from online_retail', 'sql-unknown-column: 查询的表里没有列“qyt”。'],
  ['select r.qyt from online_retail r', 'sql-unknown-column: 查询的表里没有列“qyt”。'],
  ['select 1 from 订单 join online_retail using (qyt)', 'sql-unknown-column: 查询的表里没有列“qyt”。'],
  // The engine says of these that there is no table online_retail, or r.
  [
    'select 1 from 订单 where exists (select 1 from online_retail where online_retail.qyt = 订单.qyt)',
    'sql-unknown-column: 查询的表里没有列“qyt”。',
  ],
  [
    'select 1 from 订单 where exists (select 1 from online_retail r where r."qyt" = 1)',
    'sql-unknown-column: 查询的表里没有列“qyt”。',
  ],
  ['select r.qyt from online_retail', 'sql-failed: 查询出错：查询里没有名为“r”的表或别名。'],
  [
    "select Levenshtein('a', 'b')",
    'sql-refused: SQL 不能用 levenshtein(…)：两段长文字要算几个小时，中途停不下来。',
  ],
  ['selec 1', 'sql-syntax: SQL 语法有误：“selec”这里不合语法。'],
])('refused: %s', async (sql, told) => {
  expect(await refused(sql)).toBe(told);
});

test.each([
  "attach '/tmp/x.db'",
  'install httpfs',
  'load httpfs',
  "copy (select 1) to '/tmp/x.csv'",
  "copy 订单 from '/etc/passwd'",
  'pragma database_list',
  'set threads = 4',
  'reset all',
  'create table t as select 1',
  'delete from 订单',
  'describe 订单',
  'show tables',
  'call pragma_version()',
  "export database '/tmp/x'",
  'explain select 1',
])('only SELECT: %s', async (sql) => {
  expect(await refused(sql)).toMatch(/^sql-refused: 这里只允许 SELECT 查询/);
});

test('an unknown column is told with the columns of the tables asked', async () => {
  const error: unknown = await engine
    .query('select prise from online_retail')
    .catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(QueryError);
  expect((error as QueryError).at({ file: 'm.yaml' }).cure.zh).toBe(
    "你是不是想写“price”？现有列：id、qty、price。文字要用单引号，如 'SEM'。",
  );
});

test('a query over time is stopped, and the next one runs', async () => {
  expect(
    await refused(
      'select count(*) from range(100000000) a, range(1000) b where hash(a.range + b.range) % 7 = 0',
    ),
  ).toBe('sql-too-long: 查询用了 1 秒处理器时间还没有结果，已停止。');
  expect((await engine.query('select 1 as x')).rows).toEqual([{ x: 1 }]);
});

test('a result of too many rows is refused', async () => {
  expect(await refused('select * from range(200000)')).toBe('sql-too-many-rows: 查询结果超过 100000 行。');
  expect((await engine.query('select 1 as x')).rows).toEqual([{ x: 1 }]);
});

test('a query over its memory is stopped', async () => {
  const small = await openEngine(tables, { zone: 'Asia/Shanghai', memory: '100MB' });
  await expect(small.engine.query('select length(list(range)) from range(100000000)')).rejects.toThrow(
    '100MB',
  );
  small.engine.close();
});

test('queries asked at once each get their own answer', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map((n) => engine.query(`select ${n} as n`)));
  expect(answers.map((answer) => answer.rows[0]?.n)).toEqual([1, 2, 3, 4]);
});

test('while one query works another is answered, and a table they both name first is loaded once', async () => {
  const { engine: fresh } = await openEngine(tables, { zone: 'Asia/Shanghai', seconds: 20 });
  const count = 'select count(*) as n from online_retail';
  const ended: string[] = [];
  const long = fresh
    .query(
      `select count(*) as n from range(3000000) a, range(60) b, (${count}) c where hash(a.range + b.range) % 7 = 0`,
    )
    .then(() => ended.push('long'));
  const short = fresh.query(count).then(({ rows }) => ended.push(`short ${rows[0]?.n}`));
  const zone = fresh
    .query("select cast(min(时间) as date) as day, date_trunc('day', max(时间)) as days from 订单")
    .then(({ rows }) => ended.push(JSON.stringify(rows)));
  await Promise.all([long, short, zone]);
  expect(ended).toEqual(['short 2', '[{"day":"2026-03-02","days":"2026-03-02T00:00:00+08:00"}]', 'long']);
  fresh.close();
});

test('a closed engine ends the queries at work and asks nothing more', async () => {
  const { engine: closing } = await openEngine(tables, { zone: 'Asia/Shanghai', seconds: 20 });
  const slow = 'select count(*) from range(100000000) a, range(1000) b where hash(a.range + b.range) % 7 = 0';
  const queries = [1, 2, 3].map((n) => closing.query(`${slow} and ${n} > 0`));
  const outcomes = Promise.allSettled(queries);
  await new Promise((resolve) => setTimeout(resolve, 200));
  closing.close();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await expect(closing.query('select 1')).rejects.toThrow(SpentError);
});

test('a zone that does not exist is refused', async () => {
  await expect(openEngine([], { zone: 'Mars/Olympus' })).rejects.toThrow();
});

test('an engine is renewed with tables of the same names only, and shows what they hold now', async () => {
  const build = (name: string, n: number, sha256 = String(n)) => ({
    ...buildRowsTable(name, { n: 'integer' }, [[n]]),
    sha256,
  });
  const { engine: renewed } = await openEngine([build('my-a', 1), build('b', 1)], { zone: 'Asia/Shanghai' });
  const read = async () => (await renewed.query('select my_a.n as a, b.n as b from my_a, b')).rows;
  expect(await read()).toEqual([{ a: 1, b: 1 }]);
  expect(renewEngine(renewed, [build('my-a', 2), build('b', 1)])).toBe(true);
  expect(await read()).toEqual([{ a: 2, b: 1 }]);
  expect(renewEngine(renewed, [build('my_a', 3), build('b', 1)])).toBe(false);
  expect(renewEngine(renewed, [build('my-a', 3)])).toBe(false);
  renewed.close();
});
