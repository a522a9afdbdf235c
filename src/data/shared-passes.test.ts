import { expect, onTestFinished, test } from 'vitest';
import { Random } from '../simulate/random.ts';
import type { Engine } from './engine.ts';
import { AnsweringEngine } from './kept-answers.ts';
import { openEngine } from './open-engine.ts';
import { parseAggregate } from './shared-passes.ts';

/** An engine without tables, and what it was asked. */
async function openCounting() {
  const { engine } = await openEngine([], { zone: 'Asia/Shanghai' });
  onTestFinished(() => engine.close());
  const asked: string[] = [];
  const counting: Engine = {
    tables: [],
    table: () => undefined,
    query: (sql, options) => {
      asked.push(sql);
      return engine.query(sql, options);
    },
    stream: engine.stream.bind(engine),
    close: () => undefined,
  };
  const open = async () => counting;
  const answering = new AnsweringEngine({ tables: [], open, known: () => new Map(), ground: '' });
  return { engine, asked, ask: (sql: string) => answering.query(sql, { isShared: true }) };
}

const rows =
  "(SELECT i, i % 7 AS week, sin(i) * 1e9 AS x, nullif(i % 11, 3) AS y, 'c' || i % 5 AS name FROM range(5000) t(i)) AS t";
const measures = [
  'sum(x)',
  'avg(x)',
  'sum(y)',
  'count(DISTINCT name)',
  'median(y)',
  'stddev_samp(x)',
  'sum(x) FILTER (y > 4)',
  'count(*)',
];
const conditions = [
  '',
  "\nWHERE (name = 'c1')",
  "\nWHERE (name <> 'c1, c2' OR y IS NULL)\n  AND x BETWEEN -1 AND 1e9",
];
const groups = ['', '\nGROUP BY week\nORDER BY week', '\nGROUP BY week, name\nORDER BY week, name'];

test('each number is that of a query of its own, to the last bit', async () => {
  const random = new Random(7);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random.next() * all.length)]!;
  const questions = Array.from({ length: 120 }, () => {
    const group = pick(groups);
    const [numerator, denominator] = [pick(measures), pick(measures)];
    const key =
      group === '' ? '' : "strftime(DATE '2026-03-02' + CAST(week AS INTEGER), '%m-%d') AS key,\n  ";
    return `SELECT\n  ${key}${numerator} AS numerator,\n  ${numerator} / nullif(${denominator}, 0) AS value,\n  count(*) AS n\nFROM ${rows}${pick(conditions)}${group}`;
  });
  const { engine, asked, ask } = await openCounting();
  const answers = await Promise.all(questions.map(ask));
  expect(asked.length).toBeLessThanOrEqual(conditions.length * groups.length * 2);
  for (const [at, sql] of questions.entries()) expect(answers[at]).toEqual(await engine.query(sql));
});

test('who asks what is wrong hears of it, and others get their answers', async () => {
  const { asked, ask } = await openCounting();
  const count = (sql: string) => `SELECT\n  count(*) FILTER ((${sql})) AS value\nFROM range(10) AS t(i)`;
  const [wrong, file, right] = await Promise.allSettled(
    ['nothing = 1', "i IN (SELECT 1 FROM 'x.csv')", 'i > 6'].map((sql) => ask(count(sql))),
  );
  expect(wrong).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringContaining('nothing') },
  });
  expect(file).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('x.csv') } });
  expect(right).toMatchObject({ status: 'fulfilled', value: { rows: [{ value: 3 }] } });
  expect(asked).toHaveLength(4);
});

test('what is asked alone is asked as it stands', async () => {
  const { asked, ask } = await openCounting();
  const sql = 'SELECT\n  count(*) AS n\nFROM range(3)';
  expect((await ask(sql)).rows).toEqual([{ n: 3 }]);
  expect(asked).toEqual([sql]);
});

test('parts of a query are told apart where they stand, not where texts or brackets hold the same words', () => {
  const tail = "FROM t\nWHERE (a = '\nFROM x, y')\nGROUP BY (b, c)\nORDER BY (b, c)";
  expect(parseAggregate(`SELECT\n  max(a, b) AS key, count(*) FILTER (c = ', AS d') AS n\n${tail}`)).toEqual({
    items: [
      { sql: 'max(a, b)', name: 'key' },
      { sql: "count(*) FILTER (c = ', AS d')", name: 'n' },
    ],
    tail,
  });
});

test.each([
  ['a comment', 'SELECT\n  count(*) AS n\nFROM t\nWHERE (a = 1 -- b\n)'],
  ['a bracket that its condition does not open', 'SELECT\n  count(*) AS n\nFROM t\nWHERE (a) = 1)'],
  ['a text that does not end', "SELECT\n  count(*) AS n\nFROM t\nWHERE (a = 'b)"],
  ['a text with signs of its own', "SELECT\n  count(*) AS n\nFROM t\nWHERE (a = E'b''c')"],
  ['a second query', 'SELECT\n  count(*) AS n\nFROM t\nWHERE (a = 1) UNION ALL SELECT 1 FROM t WHERE (b)'],
  ['rows that are cut off', 'SELECT\n  count(*) AS n\nFROM t\nGROUP BY a\nLIMIT 3'],
  ['an order by a name of the list', 'SELECT\n  a AS key,\n  count(*) AS n\nFROM t\nGROUP BY a\nORDER BY n'],
  ['groups by position', 'SELECT\n  a AS key,\n  count(*) AS n\nFROM t\nGROUP BY 1'],
  ['no name', 'SELECT\n  count(*)\nFROM t'],
  ['a name twice', 'SELECT\n  count(*) AS n,\n  sum(a) AS n\nFROM t'],
  ['a query with its own tables', 'WITH t AS (SELECT 1)\nSELECT\n  count(*) AS n\nFROM t'],
])('%s is asked alone', (_, sql) => expect(parseAggregate(sql)).toBeUndefined());
