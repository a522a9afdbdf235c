import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';

const files = {
  'ad_spend.csv':
    'date,channel,campaign,impressions,clicks,cost,conversions,revenue\n2026-03-02,SEM,a,10,1,30,1,0\n',
  'events.csv': 'user_id,event,ts\na,visit,2026-03-02T10:00:00+08:00\n',
  'goals.csv': 'kpi,direction,unit,baseline,target,actual\n成本,lower,元,,40,31\n',
  'plain.csv': 'name,n\na,1\nb,2\n',
  'groups.csv': 'name,title\na,x\nb,y\n',
  'sales.csv': 'group_no,amount,day\ng1,10,2026-03-02\ng2,20,2026-03-09\n',
  'teams.csv': 'group_no,city\ng1,沪\ng1,京\ng2,京\n',
};

/** Problems of one entry as `id@line:column`, with the cure of the first. */
async function listEntryProblems(entry: string) {
  const { problems, values } = await evaluateMetrics(files, entry);
  const ids = problems.map(({ id, place }) => `${id}@${place.line}:${place.column}`);
  return { ids, cure: problems[0]?.cure.zh ?? '', what: problems[0]?.what.zh ?? '', values };
}

test.each([
  ['x: { metric: cpaa }', 'unknown-metric@1:14', '“cpa”'],
  ['x: { metric: cpa, from: adspend }', 'unknown-table@1:25', '“ad_spend”'],
  ['x: { metric: count }', 'missing-from@1:1', 'from'],
  ['x: { metric: cpa, form: ad_spend }', 'unknown-key@1:19', '“from”'],
  ['x: { metric: cpa, with: { csot: cost } }', 'unknown-key@1:33', '“cost”'],
  ['x: { metric: cpa, with: { cost: money } }', 'unknown-column@1:33', '现有列'],
  ['x: { metric: cpa, by: chanel }', 'unknown-column@1:23', '“channel”'],
  ['x: { metric: count, from: plain, by: week }', 'metric-column@1:38', 'with: { time: 列名 }'],
  ['x: { metric: sum, from: events, with: { column: ts, time: nope } }', 'unknown-column@1:59', '现有列'],
  ['x: { metric: aov, from: events }', 'metric-column@1:1', 'with:'],
  ['x: { metric: cpa, during: 2026-03-29..2026-03-02 }', 'bad-period@1:27', '两个点'],
  ['x: { metric: cpa, where: "chan = 1" }', 'sql-unknown-column@1:26', 'channel'],
  ['x: { metric: cpa, target: goals.成夲 }', 'unknown-goal@1:27', '“成本”'],
  ['x: { metric: cost, target: 40 }', 'bad-key@1:28', 'goals'],
  ['x: { metric: cpa, target: goals.成本 }', 'unit-mismatch@1:27', 'unit'],
  ['x: { metric: cost, baseline: goals.成本 }', 'goal-without@1:30', 'baseline'],
  ['x: { metric: cost, unit: "%" }', 'unit-mismatch@1:26', 'unit'],
  ['x: { metric: conversion_rate, with: { start: visit } }', 'metric-parameter@1:46', 'start'],
  ['x: { metric: funnel, with: { funnel: 购买 } }', 'sql-unknown-table@1:38', '现有数据表'],
  ['x: { metric: change_rate, from: ad_spend, with: { column: cost } }', 'metric-parameter@1:1', 'during'],
  [
    'x: { metric: change_rate, from: ad_spend, during: 2026-03-02, by: week, with: { column: cost } }',
    'metric-parameter@1:67',
    '按列',
  ],
  ['x: { metric: retention, with: { day: 0 } }', 'bad-key@1:38', '第几天'],
  ['x: { formula: 1 + }', 'formula-syntax@1:15', '反引号'],
  ['x: { formula: yy + 1 }', 'unknown-value@1:15', '现有数值'],
  ['x: { sql: "select 1, 2" }', 'sql-not-one-number@1:11', 'query'],
  [`x: { sql: "select 'a'" }`, 'sql-not-one-number@1:11', 'query'],
  ['x: { sql: "copy events to \'x\'" }', 'sql-refused@1:11', 'select'],
  ['x: { query: "select * from nothing" }', 'sql-unknown-table@1:28', '现有数据表'],
  ['x: { from: events }', 'value-kind@1:1', 'metric'],
  ['x: { metric: count, sql: "select 1" }', 'value-kind@1:1', '写且只写一个'],
  ['x: { metric: sum, from: sales, column: city }', 'unknown-column@1:40', '“teams.city”'],
  [`x: { metric: count, from: sales, where: "city = '京'" }`, 'unknown-column@1:41', '“teams.city”'],
  ['x: { metric: count, from: sales, by: teams.cty }', 'unknown-column@1:38', '“city”'],
  ['x: { metric: count, from: sales, by: team.city }', 'unknown-table@1:38', '“teams”'],
  [
    'x: { metric: count, from: sales, by: teams.city }',
    'join-to-several@1:38',
    'teams 中每个 group_no 只留一行',
  ],
  ['x: { metric: count, from: sales, by: plain.n }', 'join-without-key@1:38', 'references: plain.'],
  ['x: { metric: count, from: sales, each: { take: count } }', 'missing-key@1:40', '归成一组'],
  ['x: { metric: count, from: sales, each: { by: day } }', 'missing-key@1:40', 'span'],
  [
    'x: { metric: count, from: sales, each: { by: day, take: sum } }',
    'metric-parameter@1:40',
    'column: 列名',
  ],
  ['x: { metric: count, from: sales, each: { by: dya, take: count } }', 'unknown-column@1:46', '“day”'],
  ['x: { metric: share, from: sales, of: amount }', 'condition-expected@1:38', 'of: "amount > 0"'],
  ['x: { metric: count, from: sales, where: upper(group_no) }', 'condition-expected@1:41', '比较'],
  [
    'x: { metric: share, from: sales, of: "amount > 3", each: { by: group_no, take: count } }',
    'group-column@1:38',
    '叫 value',
  ],
  ['x: { metric: median, from: sales, column: group_no }', 'number-expected@1:43', 'count_distinct'],
  ['x: { metric: min, from: sales, column: day }', 'number-expected@1:40', '相减'],
  ['x: { metric: count, from: sales, over: change }', 'metric-parameter@1:40', 'week'],
  ['x: { metric: count, from: sales, by: group_no, over: cumulative }', 'metric-parameter@1:54', 'week'],
  ['x: { metric: count, from: sales, by: week, over: rolling 3 }', 'metric-parameter@1:50', '只有 2 步'],
  ['x: { metric: count, from: sales, over: share }', 'metric-parameter@1:40', '要写 by'],
  ['x: { metric: lookup, from: plain, column: n }', 'metric-parameter@1:1', '有 2 行'],
  [`x: { metric: lookup, from: plain, column: n, where: "n > 5" }`, 'metric-parameter@1:53', '有 0 行'],
  ['x: { metric: count, from: plain, by: { n: [2, 1] } }', 'bins-not-in-order@1:43', '从小到大'],
  ['x: { metric: count, from: sales, in: { group_no: y } }', 'bad-rows-reference@1:50', '数值名.列名'],
  ['x: { metric: count, from: sales, in: { group_no: x.group_no } }', 'rows-cycle@1:50', '不带 in'],
  ['x: { metric: count, from: sales, during: last 17 weeks }', 'weeks-beyond-period@1:42', '小一点'],
  ['x: { metric: count, from: sales, during: 2025-W53 }', 'bad-period@1:42', '2026-W10'],
  ['x: { metric: count, from: sales, by: 周 }', 'unknown-column@1:38', '“week”'],
  ['x: { metric: count, from: sales, ovre: change }', 'unknown-key@1:34', '“over”'],
  ['x: { metric: count, from: sales, each: { by: day, tkae: count } }', 'unknown-key@1:51', '“take”'],
  ['x: { table: { from: sales, by: day, columns: {} } }', 'table-lines-mixed@1:1', 'columns'],
  [
    'x: { table: { from: sales, by: day, columns: { 数: { metric: count } }, order: 书 } }',
    'unknown-column@1:79',
    '现有列',
  ],
  ['x: 3', 'value-kind@1:1', 'metric'],
  ['新增：{ metric: count }', 'yaml-syntax@1:3', '`新增: { metric: count }`'],
  ['- 新增', 'metrics-file-invalid@1:1', '冒号'],
  ['x: { metric: count', 'yaml-syntax@1:19', '`x: { metric: count }`'],
])('%s', async (entry, expected, cure) => {
  const problems = await listEntryProblems(entry);
  expect(problems.ids).toEqual([expected]);
  expect(problems.cure).toContain(cure);
});

test('no rows at all is a warning, and the ratio is not available', async () => {
  const { ids, values } = await listEntryProblems(`x: { metric: cpa, where: "channel = 'none'" }`);
  expect(ids).toEqual(['constant-absent@1:26']);
  expect(values.x!.text).toBe('—');
  const other = await listEntryProblems('x: { metric: cpa, where: clicks < 0 }');
  expect(other.ids).toEqual(['empty-result@1:1']);
});

test('a circle of formulas is one problem; nothing else breaks', async () => {
  const { problems, values, broken } = await evaluateMetrics(
    files,
    'a: { formula: b + 1 }\nb: { formula: c + 1 }\nc: { formula: a + 1 }\nd: { metric: cost }\ne: { formula: 元 }\n',
  );
  expect(problems.map(({ id, place }) => [id, place.line])).toEqual([
    ['formula-cycle', 3],
    ['unknown-value', 5],
  ]);
  expect(problems[0]!.what.zh).toContain('a → b → c → a');
  expect(values.d!.text).toBe('30.00 元');
  expect(broken).toEqual(['a', 'b', 'c', 'e']);
});

test('units that do not go together', async () => {
  const { problems } = await evaluateMetrics(
    files,
    'a: { metric: cost }\nb: { metric: clicks }\nc: { formula: a + b }\nd: { formula: c * 2 }\n',
  );
  expect(problems.map(({ id, place }) => [id, place.line])).toEqual([['unit-mismatch', 3]]);
  expect(problems[0]!.what.zh).toContain('元 与 次');
});

test('a name in SQL that is none is told where it stands, with the nearest', async () => {
  const { problems } = await evaluateMetrics(
    files,
    `a: { sql: "SELECT sum(amuont) FROM sales WHERE group_no = 'amuont'" }
b:
  query: |
    -- amuont is not this one
    SELECT group_no, 'amuont' AS word
    FROM sales
    WHERE sales.amuont > 1
c: { sql: SELECT count(*) FROM saels }
d:
  sql: >
    SELECT count(*) FROM sales WHERE
    EXISTS (SELECT 1 FROM teams WHERE teams.grup_no = sales.group_no)
`,
  );
  expect(problems.map(({ id, place }) => [id, place.line, place.column])).toEqual([
    ['sql-unknown-column', 1, 23],
    ['sql-unknown-column', 7, 17],
    ['sql-unknown-table', 8, 32],
    ['sql-unknown-column', 12, 45],
  ]);
  const cures = problems.map(({ cure }) => /想写“([^”]+)”/.exec(cure.zh)?.[1]);
  expect(cures).toEqual(['amount', 'amount', 'sales', 'group_no']);
});

test('rows of another entry: none that counts rows, no such column, or values of another kind', async () => {
  const { problems } = await evaluateMetrics(
    files,
    `sums: { formula: 1 + 1 }
a: { metric: count, from: sales, in: { group_no: sums.group_no } }
rows: { query: "select group_no from teams" }
b: { metric: count, from: sales, in: { group_no: rows.city } }
c: { metric: count, from: sales, in: { amount: rows.group_no } }
`,
  );
  expect(problems.map(({ id, place }) => [id, place.line, place.column])).toEqual([
    ['rows-not-countable', 2, 50],
    ['unknown-column', 4, 50],
    ['sql-failed', 5, 48],
  ]);
  expect(problems[2]!.what.zh).toContain('不能拿 数字 和 文字 比较');
});

test('with a blank among the rows of a query, what is not in them is known all the same', async () => {
  const { problems, values } = await evaluateMetrics(
    files,
    `rows: { query: "select group_no from teams where city = '沪' union all select null" }
x: { metric: count, from: sales, not_in: { group_no: rows.group_no } }
`,
  );
  expect(problems).toEqual([]);
  expect(values.x!.value).toBe(1);
});

test('a query is no part of a formula', async () => {
  const { problems } = await evaluateMetrics(files, 'q: { query: "select 1" }\nf: { formula: q + 1 }\n');
  expect(problems.map(({ id, place }) => [id, place.line])).toEqual([['formula-of-query', 2]]);
});

test('goals may say what was reached, but not otherwise than the data', async () => {
  const { problems, goals } = await evaluateMetrics(
    files,
    'x: { metric: cost, target: goals.成本, direction: lower }',
  );
  expect(problems.map(({ id, severity, place }) => [id, severity, place.file])).toEqual([
    ['goal-actual-differs', 'finding', 'data/r/goals.csv'],
  ]);
  expect(problems[0]!.what.zh).toContain('31.00 元');
  expect(goals).toMatchObject([
    { kpi: '成本', value: 'x', attainment: { text: '133%' }, actual: { text: '30.00 元' } },
  ]);
});

test('without metrics.yaml there are no values, and goals stand unanswered', async () => {
  const { goals, problems } = await evaluateMetrics(files, '# only a remark\n');
  expect(problems).toEqual([]);
  expect(goals.map((goal) => [goal.actual.text, goal.value])).toEqual([['—', '']]);
});
