/** Tables of metrics.yaml: cells that the rows of a line have in common, shares, and the order of lines. */
import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const files = {
  'posts.csv':
    'post_id,title,form,rank,likes,shown_at\np1,Spring,text,2,10,2026-03-02\np1,Spring,text,2,30,2026-03-04\np2,Autumn,video,1,,2026-03-03\np3,Winter,text,3,20,2026-03-01\n',
  'plans.csv': 'post_id,budget\np1,80\np2,\np3,50\n',
};

async function tabulate(table: string) {
  const { queries, problems } = await evaluateMetrics(files, `t:\n  table: ${table}\n`);
  expect(problems.map(({ what }) => what.zh)).toEqual([]);
  const { columns, rows } = queries.t!.result;
  return { columns, lines: rows.map((row) => columns.map(({ name }) => row[name] ?? null)) };
}

test('a column without a metric is what the rows of a line have in common, and may stand in a formula', async () => {
  const { columns, lines } = await tabulate(
    '{ from: posts, by: post_id, columns: { Title: { column: title }, Budget: { column: plans.budget, unit: 元 }, Likes: { metric: sum, column: likes, unit: 次 }, Cost (k): { column: plans.budget, unit: 元 }, Each: { formula: "`Cost (k)` / Likes", digits: 1 } } }',
  );
  expect(lines).toEqual([
    ['p1', 'Spring', 80, 40, 80, 2],
    ['p2', 'Autumn', null, null, null, null],
    ['p3', 'Winter', 50, 20, 50, 2.5],
  ]);
  expect(columns.map(({ name, unit }) => [name, unit])).toEqual([
    ['post_id', undefined],
    ['Title', undefined],
    ['Budget', '元'],
    ['Likes', '次'],
    // It says its unit itself.
    ['Cost (k)', undefined],
    ['Each', '元/次'],
  ]);
});

test('halves are rounded up, as in a sentence', async () => {
  const days = ['d,n', '1,2.925', '2,1.115', ''].join('\n');
  const { queries, values } = await evaluateMetrics(
    { 'days.csv': days },
    `byDay: { table: { from: days, by: d, columns: { N: { metric: sum, column: n, digits: 2 } } } }
rows: { table: { from: days, columns: { N: { column: n, digits: 2 } } } }
lines: { table: { lines: { a: { N: one } } } }
one: { metric: sum, from: days, column: n, where: d = 1, digits: 2 }
`,
  );
  const read = (name: string) => queries[name]?.result.rows.map(({ N }) => N);
  expect(values.one?.text).toBe('2.93');
  expect(read('byDay')).toEqual([2.93, 1.12]);
  expect(read('rows')).toEqual([2.93, 1.12]);
  expect(read('lines')).toEqual([2.93]);
});

test('a date in common is written as the column asks, and the line of totals leaves it blank', async () => {
  const dated = await tabulate(
    '{ from: posts, where: "post_id <> \'p1\'", by: post_id, columns: { Day: { column: shown_at, format: MM-DD }, Rows: { metric: count } }, total: true }',
  );
  expect(dated.lines).toEqual([
    ['p2', '03-03', 1],
    ['p3', '03-01', 1],
    ['合计', null, 2],
  ]);
});

test.each([
  ['title', ['table-column-unfit@6']],
  ['plans.budget', ['table-column-unfit@6']],
  ['form', []],
  // A blank beside a value is no second value.
  ["CASE WHEN rank = 3 THEN 'last' END", []],
])('%s is said in common, or told', async (column, expected) => {
  const { problems } = await evaluateMetrics(
    files,
    `t:\n  table:\n    from: posts\n    by: form\n    columns:\n      X: { column: "${column}" }\n`,
  );
  expect(problems.map(({ id, place }) => `${id}@${place.line}`)).toEqual(expected);
});

test('a column may be the share of each line', async () => {
  const { lines } = await tabulate(
    '{ from: posts, by: form, columns: { Rows: { metric: count }, Share: { metric: count, over: share, digits: 1 } } }',
  );
  expect(lines).toEqual([
    ['text', 3, 75],
    ['video', 1, 25],
  ]);
});

test('lines are ordered by headings, by columns that are not shown, and by expressions; blanks come last', async () => {
  const order = async (written: string) =>
    (
      await tabulate(
        `{ from: posts, by: title, columns: { Likes: { metric: sum, column: likes } }, order: ${written} }`,
      )
    ).lines.map(([title]) => title);
  expect(await order('title')).toEqual(['Autumn', 'Spring', 'Winter']);
  expect(await order('title desc')).toEqual(['Winter', 'Spring', 'Autumn']);
  expect(await order('Likes desc')).toEqual(['Spring', 'Winter', 'Autumn']);
  expect(await order('rank')).toEqual(['Autumn', 'Spring', 'Winter']);
  // Of a line the smallest value counts, downwards the largest.
  expect(await order('shown_at')).toEqual(['Winter', 'Spring', 'Autumn']);
  expect(await order('shown_at desc')).toEqual(['Spring', 'Autumn', 'Winter']);
  expect(await order('plans.budget')).toEqual(['Winter', 'Spring', 'Autumn']);
  expect(await order('[form desc, rank desc]')).toEqual(['Autumn', 'Winter', 'Spring']);
  expect(await order("\"list_position(['Winter', 'Spring'], title)\"")).toEqual([
    'Winter',
    'Spring',
    'Autumn',
  ]);
});

test('a table of rows is ordered alike, and columns of other tables in where and columns go together', async () => {
  const { lines } = await tabulate(
    '{ from: posts, where: plans.budget > 60, columns: { Title: { column: title }, Likes: { column: likes } }, order: [rank, likes desc] }',
  );
  expect(lines).toEqual([
    ['Spring', 30],
    ['Spring', 10],
  ]);
});

test.each([
  ['order: lies', 'unknown-column@5'],
  ['order: [Rows, lies desc]', 'unknown-column@5'],
])('%s names nothing there is', async (order, expected) => {
  const { problems } = await evaluateMetrics(
    files,
    `t:\n  table:\n    from: posts\n    by: form\n    ${order}\n    columns: { Rows: { metric: count } }\n`,
  );
  expect(problems.map(({ id, place }) => `${id}@${place.line}`)).toEqual([expected]);
});

test('an empty unit is none', async () => {
  const { values } = await evaluateMetrics(files, 'x: { metric: count, from: posts, unit: "" }\n');
  expect(values.x!.text).toBe('4');
});

test('what lines are ordered by may go over several lines', async () => {
  const { lines } = await tabulate(
    "\n    from: posts\n    by: title\n    columns: { Rows: { metric: count } }\n    order: |\n      list_position(['Winter', 'Spring'],\n        title) desc",
  );
  expect(lines.map(([title]) => title)).toEqual(['Spring', 'Winter', 'Autumn']);
});
