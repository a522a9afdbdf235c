import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const files = {
  'tasks.csv': [
    'task_id,name,phase,owner,start_date,end_date,effort_pd',
    'K1,访谈,调研,M1,2026-03-02,2026-03-04,3',
    'K2,问卷,调研,M2,2026-03-05,2026-03-07,1',
    'K3,上线,执行,M1,2026-03-16,2026-03-20,5',
    'K4,拼团,总结,,2026-03-10,2026-03-12,2',
  ].join('\n'),
  'members.csv': 'member_id,name,role\nM1,林,运营\nM2,陈,设计\n',
  'sales.csv': 'date,shop,kind,amount\n2026-03-02,b,2,10\n2026-03-09,a,10,30\n2026-03-16,a,2,5\n',
  'fairs.csv': 'date,fair\n2026-03-10,春集\n',
  'looks.csv': 'user_id,date\nu1,2026-03-02\nu1,2026-03-03\nu2,2026-03-02\n',
};

/** Rows of the table `t`, each as its cells side by side. */
async function readTable(metrics: string) {
  const { queries, problems } = await evaluateMetrics(files, metrics);
  const { columns, rows } = queries.t?.result ?? { columns: [], rows: [] };
  return {
    types: columns.map(({ name, type }) => `${name}:${type}`),
    lines: rows.map((row) => columns.map(({ name }) => row[name])),
    problems: problems.map(({ id, place }) => `${id}@${place.line}:${place.column}`),
    what: problems[0]?.what.zh ?? '',
  };
}

test('a column alone is what all rows of a line share, of other tables, too', async () => {
  const { lines, types } = await readTable(
    't: { table: { from: tasks, by: owner, columns: { 姓名: { column: members.name }, 任务: { metric: count } } } }',
  );
  expect(types).toEqual(['负责人:text', '姓名:text', '任务:number']);
  expect(lines).toEqual([
    ['M1', '林', 2],
    ['M2', '陈', 1],
    ['（空）', null, 1],
  ]);
});

test('rows of a line that differ in it are a problem that names the line', async () => {
  const { problems, what } = await readTable(
    't: { table: { from: tasks, by: phase, columns: { 负责人: { column: owner } } } }',
  );
  expect(problems).toEqual(['table-column-unfit@1:55']);
  expect(what).toContain('“调研”一组有 2 个不同的值');
});

test('keys that are numbers stay numbers and come in their order, but beside a total', async () => {
  const table = (more: string) =>
    `t: { table: { from: sales, by: kind, columns: { 额: { metric: sum, column: amount } }${more} } }`;
  const { types, lines } = await readTable(table(''));
  expect(types).toEqual(['kind:integer', '额:number']);
  expect(lines).toEqual([
    [2, 15],
    [10, 30],
  ]);
  const whole = await readTable(table(', total: true'));
  expect(whole.lines).toEqual([
    ['2', 15],
    ['10', 30],
    ['合计', 45],
  ]);
});

test('lines go by several columns, by keys, and by what is not shown', async () => {
  const two = await readTable(
    't: { table: { from: sales, by: [shop, kind], columns: { 额: { metric: sum, column: amount } }, order: [kind desc, shop] } }',
  );
  expect(two.lines).toEqual([
    ['a', 10, 30],
    ['a', 2, 5],
    ['b', 2, 10],
  ]);
  const hidden = await readTable(
    't: { table: { from: tasks, columns: { 任务: { column: name } }, order: start_date desc } }',
  );
  expect(hidden.lines).toEqual([['上线'], ['拼团'], ['问卷'], ['访谈']]);
  expect(hidden.types).toEqual(['任务:text']);
});

test.each([
  ['t: { table: { from: sales, by: shop, columns: { 额: { metric: count } }, order: 额度 } }', '1:80'],
  ['t: { table: { from: tasks, columns: { 任务: { column: name } }, order: [任务, startdate] } }', '1:75'],
])('an order by nothing that is there is a problem: %s', async (entry, place) => {
  const { problems } = await readTable(entry);
  expect(problems).toEqual([`unknown-column@${place}`]);
});

test('conditions and columns of rows may each join a table', async () => {
  const { lines, problems } = await readTable(
    't: { table: { from: tasks, where: "members.role = \'运营\'", columns: { 任务: { column: name } }, order: end_date } }',
  );
  expect(problems).toEqual([]);
  expect(lines).toEqual([['访谈'], ['上线']]);
});

test('rows of the weeks in which another entry has rows', async () => {
  const { values, problems } = await evaluateMetrics(
    files,
    [
      '集市: { metric: count, from: fairs }',
      '集市周: { metric: sum, from: sales, column: amount, in: { week: 集市.week } }',
      '平时周: { metric: sum, from: sales, column: amount, not_in: { week: 集市.week } }',
      '错: { metric: count, from: sales, in: { week: 集市.weeks } }',
    ].join('\n'),
  );
  expect([values.集市周?.value, values.平时周?.value]).toEqual([30, 15]);
  expect(problems.map(({ id, place }) => `${id}@${place.line}`)).toEqual(['unknown-column@4']);
  expect(problems[0]?.cure.zh).toContain('week');
});

test('nothing to find is an answer where nothing can be mistyped', async () => {
  const { values, problems } = await evaluateMetrics(
    files,
    [
      '三天用户: { metric: count, from: looks, each: { by: user_id, take: count, keep: value > 2 } }',
      '无额: { metric: count, from: sales, where: amount IS NULL }',
      '错字: { metric: count, from: sales, where: "shop = \'c\'" }',
      '错期: { metric: count, from: sales, during: 2025-03-01..2025-03-09 }',
      '无行: { metric: count, from: looks, where: "user_id = \'u9\'", each: { by: user_id, take: count, keep: value > 0 } }',
    ].join('\n'),
  );
  expect([values.三天用户?.value, values.无额?.value]).toEqual([0, 0]);
  expect(problems.map(({ id, place }) => `${id}@${place.line}`)).toEqual([
    'constant-absent@3',
    'empty-result@4',
    'constant-absent@5',
  ]);
});

test('a key that stands twice is told with the names of the tables', async () => {
  const { problems } = await evaluateMetrics(
    { ...files, 'users.csv': 'user_id,registered_at,channel\nu1,2026-03-02,a\nu2,2026-03-02,b\n' },
    'x: { metric: count, from: users, by: looks.date }',
  );
  expect(problems.map(({ id }) => id)).toEqual(['join-to-several']);
  expect(problems[0]?.what.zh).toContain('users 按 user_id 找 looks 的行');
});

test('a table of values: cells are formulas over values, or words; a cell left out is blank', async () => {
  const { lines, types, problems } = await readTable(
    [
      '额: { metric: sum, from: sales, column: amount, unit: 元 }',
      '均额: { metric: mean, from: sales, column: amount, unit: 元, digits: 1 }',
      't:',
      '  table:',
      '    headings: 比率',
      '    lines:',
      '      总额: { 数: 额, 口径: { text: 全部 } }',
      '      平均: { 数: 均额 }',
      '      每三: { 数: 额 / 3, 口径: { text: 三分 } }',
    ].join('\n'),
  );
  expect(problems).toEqual([]);
  expect(types).toEqual(['比率:text', '数:number', '口径:text']);
  expect(lines).toEqual([
    ['总额', 45, '全部'],
    ['平均', 15, null],
    ['每三', 15, '三分'],
  ]);
});

test.each([
  ['t: { table: { lines: { a: { x: 1 } }, columns: { y: { metric: count } } } }', 'table-lines-mixed@1:48'],
  ['t: { table: { from: sales, lines: { a: { x: 1 } } } }', 'table-lines-mixed@1:21'],
  ['t: { table: { from: sales } }', 'table-lines-mixed@1:1'],
  ['t: { table: { lines: { a: { x: nothing } } } }', 'unknown-value@1:32'],
  ['t: { table: { lines: { a: { x: u } } } }\nu: { query: select 1 as a }', 'unknown-value@1:32'],
  ['t: { table: { lines: { a: { x: 1 + } } } }', 'formula-syntax@1:32'],
  ['t: { table: { lines: { a: { x: u } } } }\nu: { metric: cuont }', 'unknown-metric@2:14'],
])('a table of values that is none: %s', async (entry, expected) => {
  const { problems } = await readTable(entry);
  expect(problems).toEqual([expected]);
});
