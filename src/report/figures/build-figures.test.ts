import { afterAll, describe, expect, test } from 'vitest';
import { formatPlace } from '../../base/place.ts';
import type { GoalRow, Point } from '../../base/value-series.ts';
import { ChartPool } from '../../charts/draw/pool.ts';
import type { Engine } from '../../data/engine.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';
import type { BookValue } from '../book.ts';
import { buildFigures, type FigureContext } from './build-figures.ts';

const pool = new ChartPool({ size: 1 });
afterAll(() => pool.close());

const file = 'content/reports/r/01-a.mdx';

function use(name: 'Figure' | 'Chart', props: Record<string, string>): BlockTagUse {
  const propPlaces = Object.fromEntries(
    Object.keys(props).map((key, i) => [key, { file, line: 7, column: 10 * (i + 1) }]),
  );
  return { type: 'block-tag', name, props, place: { file, line: 7, column: 1 }, propPlaces, children: [] };
}

function value(name: string, points: Point[], more: Partial<BookValue> = {}): BookValue {
  return {
    name,
    value: 300,
    text: '300 人',
    short: '300 人',
    unit: '人',
    direction: 'higher',
    points,
    lineage: { kind: 'sql', formula: '', inputs: [], tables: [], rows: 0, files: [] },
    cited: [],
    place: { file: 'data/r/metrics.yaml', line: 1, column: 1 },
    ...more,
  };
}

const week = (n: number, number: number | null): Point => ({
  key: `2026-W${n}`,
  label: `第 ${n} 周`,
  value: number,
  text: number === null ? '—' : `${number} 人`,
  n: 1,
});
const channel = (label: string, number: number): Point => ({ ...week(10, number), key: label, label });
const goal: GoalRow = {
  kpi: '新增用户',
  unit: '人',
  direction: 'higher',
  baseline: { value: 100, text: '100 人' },
  target: { value: 200, text: '200 人' },
  actual: { value: 300, text: '300 人' },
  attainment: { value: 150, text: '150%', outcome: 'exceeded' },
  value: '新增用户',
};

const none = () => Promise.reject(new Error('no table'));
const engine: Engine = {
  tables: [],
  table: () => undefined,
  query: none,
  stream: none,
  close: () => undefined,
};

const context: FigureContext = {
  values: {
    新增用户: value('新增用户', [week(10, 90), week(11, 210)], {
      target: { value: 200, text: '200 人', source: 'goals' },
    }),
    渠道用户: value('渠道用户', [channel('SEM', 200), channel('SEO', 100)], { label: '用户' }),
    总数: value('总数', []),
  },
  queries: {
    逐周: {
      sql: 'SELECT 1',
      result: {
        columns: [
          { name: '周', type: 'date' },
          { name: '人数', type: 'integer' },
        ],
        rows: [
          { 周: '2026-03-02', 人数: 90 },
          { 周: '2026-03-09', 人数: 210 },
        ],
      },
    },
  },
  goals: [goal],
  broken: ['坏的'],
  filterValue: (name, { by }) =>
    Promise.resolve(by?.[0] === 'channel' ? context.values.渠道用户! : context.values[name]!),
  engine,
  specs: [],
  language: 'zh',
  pool,
};

async function problemsOf(props: Record<string, string>): Promise<string[]> {
  const { figures, problems } = await buildFigures([use('Figure', props)], context);
  expect(figures).toEqual([null]);
  for (const { what, cure } of problems)
    for (const text of [what.zh, what.en, cure.zh, cure.en]) expect(text).not.toMatch(/undefined|^$/);
  return problems.map(({ id, place }) => `${formatPlace(place).replace(`${file}:`, '')} ${id}`);
}

test('figures come in the order of their uses, each with finding, alternative and numbers', async () => {
  const uses = [
    use('Figure', { kind: 'trend', of: '新增用户', id: 'weekly', caption: '每周新增用户' }),
    use('Figure', { kind: 'nonsense', of: '新增用户' }),
    use('Figure', { kind: 'attainment', of: 'goals' }),
  ];
  const { figures, problems } = await buildFigures(uses, context);
  expect(problems).toHaveLength(1);
  expect(figures[1]).toBeNull();
  expect(figures[0]).toMatchObject({
    id: 'weekly',
    kind: 'trend',
    caption: '每周新增用户',
    finding: '新增用户由第 10 周的 90 人升至第 11 周的 210 人，合计 300 人，超额完成目标 200 人。',
    alternative:
      '趋势图：每周新增用户。新增用户由第 10 周的 90 人升至第 11 周的 210 人，合计 300 人，超额完成目标 200 人。新增用户最高的是第 11 周（210 人），最低的是第 10 周（90 人）。',
    width: 640,
    of: ['新增用户'],
    data: {
      rows: [
        ['第 10 周', '90 人'],
        ['第 11 周', '210 人'],
      ],
    },
  });
  expect(figures[0]!.svg).toContain('<title id="weekly-title">每周新增用户</title>');
  expect(figures[2]).toMatchObject({
    id: 'figure-3',
    caption: '1 项目标中 1 项达成；新增用户的达成率为 150%',
  });
});

test('a tag may ask a value by other parts; its label names it', async () => {
  const { figures } = await buildFigures(
    [use('Figure', { kind: 'channels', of: '新增用户', by: 'channel' })],
    context,
  );
  expect(figures[0]?.finding).toBe('用户最高的是 SEM（200 人），最低的是 SEO（100 人）。');
});

describe('tables and named queries', () => {
  const queries: string[] = [];
  const rows = [
    { 渠道: 'SEO', '花费（元）': 100, 点击: 30 },
    { 渠道: 'SEM', '花费（元）': 300, 点击: 70 },
  ];
  const drawFigures = (props: Record<string, string>) =>
    buildFigures([use('Figure', props)], {
      ...context,
      queries: {
        花费: {
          sql: 'SELECT 渠道, 花费 FROM ads;',
          result: {
            columns: [
              { name: '渠道', type: 'text' },
              { name: '花费（元）', type: 'number' },
              { name: '点击', type: 'integer' },
            ],
            rows,
          },
        },
      },
      engine: {
        ...engine,
        query: (sql) => {
          queries.push(sql);
          return Promise.resolve({ columns: [], rows });
        },
      },
    });

  test('columns stand for names and numbers; the unit may be in a name', async () => {
    const { figures, problems } = await drawFigures({
      kind: 'bars',
      of: '花费',
      x: '渠道',
      where: '点击 > 0',
    });
    expect(problems).toEqual([]);
    expect(queries.at(-1)).toMatch(
      /^SELECT \* FROM \(SELECT 渠道, 花费 FROM ads\) AS source WHERE 点击 > 0 LIMIT/,
    );
    expect(figures[0]).toMatchObject({
      caption: '花费最高的是 SEM（300 元，占 75.0%），最低的是 SEO（100 元）',
      data: {
        rows: [
          ['SEM', '300 元', '75.0%'],
          ['SEO', '100 元', '25.0%'],
        ],
      },
      of: ['花费'],
    });
    const asked = queries.length;
    const clicks = await drawFigures({ kind: 'bars', of: '花费', y: '点击' });
    // All rows of a named query are known.
    expect(queries).toHaveLength(asked);
    expect(clicks.figures[0]?.finding).toBe('点击最高的是 SEM（70，占 70.0%），最低的是 SEO（30）。');
  });

  test('a limit is marked on the numbers of a column', async () => {
    const { figures, problems } = await drawFigures({ kind: 'ecdf', of: '花费', y: '点击', at: '48' });
    expect(problems).toEqual([]);
    expect(figures[0]?.finding).toContain('不超过 48 的占 50.0%');
  });

  test.each<[Record<string, string>, string[]]>([
    [{ kind: 'ecdf', of: '花费', y: '点击', at: '两天' }, ['figure-limit']],
    [{ kind: 'bars', of: '花费', y: '点极' }, ['unknown-table-column']],
    [{ kind: 'bars', of: '花费', x: '渠道', by: 'week' }, ['figure-prop']],
    [{ kind: 'bars', of: '渠道用户', x: '渠道' }, ['figure-prop']],
    [{ kind: 'bars', of: '花肥' }, ['unknown-value']],
    [{ kind: 'gantt', of: '任务' }, ['unknown-data']],
    [{ kind: 'gantt', of: '花费' }, ['figure-needs-column']],
    [{ kind: 'heat', of: '花费', x: '渠道' }, ['figure-needs-two-dimensions']],
  ])('%j', async (props, expected) => {
    expect((await drawFigures(props)).problems.map(({ id }) => id)).toEqual(expected);
  });
});

describe('a second table', () => {
  const rows = [
    { 名称: '打卡季', 开始: '2026-03-04' },
    { 名称: '去年的活动', 开始: '2025-03-04' },
  ];
  const drawFigures = (columns: { name: string; type: 'text' | 'date' }[], events = '活动') =>
    buildFigures([use('Figure', { kind: 'trend', of: '新增用户', events })], {
      ...context,
      queries: { 活动: { sql: 'SELECT 1', result: { columns, rows } } },
    });

  test('events of the time drawn are marked and named', async () => {
    const { figures, problems } = await drawFigures([
      { name: '名称', type: 'text' },
      { name: '开始', type: 'date' },
    ]);
    expect(problems).toEqual([]);
    expect(figures[0]?.finding).toMatch(/；其间有打卡季。$/);
    expect(figures[0]?.svg).toContain('打卡季');
    expect(figures[0]?.svg).not.toContain('去年的活动');
  });
  test('a table without days, and none at all, are told where it is named', async () => {
    const listProblemTexts = async (...of: Parameters<typeof drawFigures>) =>
      (await drawFigures(...of)).problems.map(
        ({ id, place }) => `${formatPlace(place).replace(`${file}:`, '')} ${id}`,
      );
    expect(await listProblemTexts([{ name: '名称', type: 'text' }])).toEqual(['7:30 figure-needs-column']);
    expect(await listProblemTexts([], '活洞')).toEqual(['7:30 unknown-data']);
  });
});

describe('problems', () => {
  test.each<[Record<string, string>, string[]]>([
    [{ kind: 'trned', of: '新增用户' }, ['7:10 unknown-kind']],
    [{ kind: 'trend', of: '新增客户' }, ['7:20 unknown-value']],
    [{ kind: 'trend', of: '坏的' }, []],
    [{ kind: 'trend', of: '总数' }, ['7:20 figure-needs-time']],
    [{ kind: 'trend', of: '渠道用户' }, ['7:20 figure-needs-time']],
    [{ kind: 'funnel', of: '总数' }, ['7:20 figure-needs-parts']],
    [{ kind: 'channels', of: '总数' }, ['7:20 figure-needs-parts']],
    [{ kind: 'cost-comparison', of: '新增用户' }, ['7:20 figure-needs-two-arms']],
    [{ kind: 'attainment', of: '新增用户' }, ['7:20 figure-of']],
    [{ kind: 'funnel', of: '新增用户, 渠道用户' }, ['7:20 figure-of']],
    [{ kind: 'attainment', of: 'goals', where: 'x' }, ['7:30 figure-prop']],
  ])('%j', async (props, expected) => {
    expect(await problemsOf(props)).toEqual(expected);
  });
});

describe('own charts', () => {
  const drawFigures = (text: string, spec = 'mine') =>
    buildFigures([use('Chart', { spec, id: 'own', caption: '逐周' })], {
      ...context,
      specs: [{ file: 'data/r/charts/mine.vl.yaml', text }],
    });
  const problems = async (text: string, spec?: string) =>
    (await drawFigures(text, spec)).problems.map(({ id, place }) => `${formatPlace(place)} ${id}`);

  test('draws rows by name, and tells what it shows', async () => {
    const { figures, problems: found } = await drawFigures(`data: { name: 逐周 }
mark: line
encoding:
  x: { field: 周, type: temporal, title: null }
  y: { field: 人数, type: quantitative }
`);
    expect(found).toEqual([]);
    expect(figures[0]).toMatchObject({
      kind: 'chart',
      width: 640,
      alternative: '自定图表：逐周。共 2 项数据；人数最高的是 2026-03-09（210），最低的是 2026-03-02（90）。',
      of: ['逐周'],
      data: {
        rows: [
          ['2026-03-02', '90'],
          ['2026-03-09', '210'],
        ],
      },
    });
    expect(figures[0]!.svg).toContain('var(--c1)');
  });

  test.each([
    ['data:\n  url: /etc/passwd\nmark: bar\n', 'data/r/charts/mine.vl.yaml:2:8 chart-url-refused'],
    ['data: { values: [1] }\nmark: bar\n', 'data/r/charts/mine.vl.yaml:1:7 chart-data-inline'],
    ['data:\n  name: 逐月\nmark: bar\n', 'data/r/charts/mine.vl.yaml:2:9 unknown-data'],
    ['data: { name: 逐周 }\nmark: brush\n', 'data/r/charts/mine.vl.yaml:2:7 chart-spec-value'],
    ['data: { name: 逐周\nmark: bar\n', 'data/r/charts/mine.vl.yaml:1:17 yaml-syntax'],
  ])('%j', async (text, expected) => {
    expect(await problems(text)).toContain(expected);
  });

  test('a specification that is not there', async () => {
    expect(await problems('data: { name: 逐周 }', 'mime')).toEqual([`${file}:7:10 chart-unknown`]);
  });
});
