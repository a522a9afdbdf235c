/** Which rows an entry looks at, and how a table says what kind it is. */
import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const users =
  'user_id,registered_at,channel\na,2026-03-02T10:00:00+08:00,SEM\nb,2026-03-03T10:00:00+08:00,SEO\n';
const events =
  'user_id,event,ts\na,visit,2026-03-02T10:00:00+08:00\na,pay,2026-03-09T10:00:00+08:00\nb,visit,2026-03-23T21:00:00+08:00\nc,visit,2026-03-23T22:00:00+08:00\n';

async function one(files: Record<string, string>, entries: string) {
  const { values, problems } = await evaluateMetrics(files, entries);
  expect(problems.map(({ what }) => what.zh)).toEqual([]);
  return values.x!;
}

const listPoints = ({ points }: { points: { label: string; text: string }[] }) =>
  points.map(({ label, text }) => `${label} ${text}`);

describe('columns of other tables', () => {
  const files = { 'users.csv': users, 'events.csv': events };
  test('stand beside each row by the key of their table; who is not in it has none', async () => {
    const value = await one(files, 'x: { metric: count, from: events, by: users.channel }');
    expect(listPoints(value)).toEqual(['SEM 2 条', 'SEO 1 条', '（空） 1 条']);
    const filtered = await one(files, `x: { metric: count, from: events, where: "users.channel = 'SEM'" }`);
    expect(filtered.value).toBe(2);
  });

  test('a subquery of their name is left alone', async () => {
    const where = 'where: "EXISTS (SELECT 1 FROM users WHERE users.user_id = events.user_id)"';
    expect((await one(files, `x: { metric: count, from: events, ${where} }`)).value).toBe(3);
  });

  test('lead where tables.yaml says, by whatever name', async () => {
    const own = {
      'deals.csv': 'deal,seller,sum\n1,甲,10\n2,乙,20\n3,甲,30\n',
      'people.csv': 'name,city\n甲,杭州\n乙,苏州\n',
      'tables.yaml': 'deals.csv: { columns: { seller: { references: people.name } } }\n',
    };
    const value = await one(own, 'x: { metric: sum, from: deals, column: sum, by: people.city }');
    expect(listPoints(value)).toEqual(['杭州 40', '苏州 20']);
  });

  test('are never those of several rows', async () => {
    const twice = { ...files, 'users.csv': `${users}a,2026-03-04T10:00:00+08:00,直播\n` };
    const { problems } = await evaluateMetrics(
      twice,
      'x: { metric: count, from: events, by: users.channel }',
    );
    expect(problems.map(({ id }) => id)).toContain('join-to-several');
  });
});

describe('steps without rows', () => {
  const events2 = (more: string) => ({ 'events.csv': events, 'tables.yaml': more });
  test('of a log are steps in which nothing happened, between its first and last day', async () => {
    const value = await one(events2(''), 'x: { metric: count, from: events, by: week }');
    expect(listPoints(value)).toEqual([
      '实训第 1 周 1 条',
      '实训第 2 周 1 条',
      '实训第 3 周 0 条',
      '实训第 4 周 2 条',
    ]);
  });

  test('of another table are gaps, unless a condition left them without rows', async () => {
    const files = { 'visits.csv': 'date,page,n\n2026-03-02,a,1\n2026-03-09,b,2\n2026-03-23,a,3\n' };
    const value = await one(
      files,
      `x: { metric: sum, from: visits, column: n, by: week, where: "page = 'a'" }`,
    );
    expect(listPoints(value)).toEqual(['实训第 1 周 1', '实训第 2 周 0', '实训第 3 周 —', '实训第 4 周 3']);
  });

  test('of a table that tables.yaml calls a log are 0', async () => {
    const files = {
      'visits.csv': 'date,n\n2026-03-02,1\n2026-03-23,3\n',
      'tables.yaml': 'visits.csv: { log: true }\n',
    };
    const value = await one(files, 'x: { metric: count, from: visits, by: week }');
    expect(listPoints(value)).toEqual([
      '实训第 1 周 1 条',
      '实训第 2 周 0 条',
      '实训第 3 周 0 条',
      '实训第 4 周 1 条',
    ]);
  });

  test('with nothing but blank cells are gaps', async () => {
    const files = {
      'visits.csv': 'date,n\n2026-03-02,1\n2026-03-09,\n2026-03-10,\n2026-03-16,5\n2026-03-17,\n',
    };
    const value = await one(files, 'x: { metric: sum, from: visits, column: n, by: week }');
    expect(listPoints(value)).toEqual(['实训第 1 周 1', '实训第 2 周 —', '实训第 3 周 5']);
  });
});

describe('snapshots', () => {
  const levels =
    'day,user,level\n2026-03-01,a,普通\n2026-03-01,b,金卡\n2026-04-01,a,金卡\n2026-04-01,b,金卡\n';
  const files = { 'levels.csv': levels, 'tables.yaml': 'levels.csv: { snapshot: day }\n' };
  test.each([
    ['at: latest', 2],
    ['at: first', 1],
    ['at: 2026-03-01', 1],
    ['at: latest, during: 2026-03', 1],
  ])('%s', async (at, expected) => {
    const value = await one(files, `x: { metric: count, from: levels, where: "level = '金卡'", ${at} }`);
    expect(value.value).toBe(expected);
  });
});

describe('what looks along a series within a period', () => {
  const lines = (year: number) => [
    `${year}-03-01,100`,
    `${year}-03-02,4`,
    `${year}-03-09,6`,
    `${year}-04-10,20`,
  ];
  const files = { 'visits.csv': `date,n\n${[...lines(2025), ...lines(2026)].join('\n')}\n` };
  const ask = (more: string) =>
    one(files, `x: { metric: sum, from: visits, column: n, during: 2026-03-02..2026-04-30, ${more} }`);

  test('adds up no day outside of it', async () => {
    expect(listPoints(await ask('by: month, over: cumulative'))).toEqual(['3 月* 10', '4 月 30']);
    expect(listPoints(await ask('by: month, over: rolling 2'))).toEqual(['3 月 —', '4 月 30']);
  });

  test('is compared with the same days a year before', async () => {
    const value = await ask('by: month, over: year_before');
    expect(value.points.map((point) => point.value)).toEqual([0, 0]);
  });
});

test('a column with the name of a step is the column, and the ledger says so', async () => {
  const files = { 'plan.csv': 'week,at,n\n第一周,2026-03-02,1\n第二周,2026-03-09,2\n' };
  const value = await one(files, 'x: { metric: sum, from: plan, column: n, time: at, by: week }');
  expect(listPoints(value)).toEqual(['第一周 1', '第二周 2']);
  expect(value.lineage.note).toContain('week 是表里的列');
});

describe('steps that an end cuts', () => {
  const lines = ['2026-03-02,4', '2026-03-31,6', '2026-04-10,20', '2026-05-01,30', '2026-06-04,2'];
  const files = { 'visits.csv': `date,n\n${lines.join('\n')}\n2026-06-03,1\n` };

  test('are starred: of the data, and of the period', async () => {
    const value = await one(files, 'x: { metric: sum, from: visits, column: n, by: month }');
    expect(listPoints(value)).toEqual(['3 月* 10', '4 月 20', '5 月 30', '6 月* 3']);
    const within = await one(
      files,
      'x: { metric: sum, from: visits, column: n, by: month, during: 2026-04-01..2026-05-15 }',
    );
    expect(listPoints(within)).toEqual(['4 月 20', '5 月* 30']);
  });

  test('of a table with one day a week are none', async () => {
    const weekly = { 'index.csv': 'date,n\n2026-03-02,4\n2026-03-09,6\n2026-03-16,7\n' };
    const value = await one(weekly, 'x: { metric: sum, from: index, column: n, by: week, over: change }');
    expect(value.value).toBe(1);
    expect(value.points.some(({ label }) => label.includes('*'))).toBe(false);
  });
});
