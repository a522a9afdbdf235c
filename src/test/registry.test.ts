/** One registry a report: names keep their colours over all its figures, and whatever happens to the rows. */
import { describe, expect, test } from 'vitest';
import type { Book } from '../report/book.ts';
import { buildCourse } from '../report/build-course.ts';
import { writeCourse } from './copied-course.ts';
import { collectPaints } from './painted-names.ts';

const channels = ['douyin', 'SEM', 'xiaohongshu', '校园大使', 'SEO', '门店', '海报', '传单'];
const shown = new Set(['抖音', 'SEM', '小红书', '校园大使', 'SEO', '门店', '海报', '传单']);

/** On every day of the training. The first have the most; the last two a few. */
const rows = channels.flatMap((channel, i) =>
  Array.from({ length: 4 + 400 / 2 ** i }, (_, k) => {
    const day = String(2 + ((k * 5) % 28)).padStart(2, '0');
    return `u${i}-${k},${channel},2026-03-${day}`;
  }),
);

const chapter = `---
title: 底稿
---

## 一

<Figure kind="trend" of="每周" by="week, channel" where="channel IN ('SEO', 'SEM')" id="two" caption="两个渠道" />

<Figure kind="trend" of="每周" by="week, channel" where="channel NOT IN ('SEM', '传单', '海报')" id="five" caption="五个渠道" />

<Figure kind="bars" of="各渠道" id="bars" caption="各渠道" />

<Figure kind="area" of="每周" by="week, channel" where="channel IN ('xiaohongshu', 'SEO', '门店')" id="area" caption="三个渠道" />

<Figure kind="stacked" of="每周" by="month, channel" where="channel IN ('SEO', 'douyin')" id="stacked" caption="构成" />

<Figure kind="trend" of="每周" id="whole" caption="合计" />

<Table of="各渠道" id="table" caption="各渠道" />

各渠道最多的是<Value of="各渠道" as="highest" />，最多的一周是<Value of="每周" as="highest" />；<Ref to="two" />、<Ref to="five" />、<Ref to="bars" />、<Ref to="area" />、<Ref to="stacked" />、<Ref to="whole" />、<Ref to="table" />。
`;

async function build(data: readonly string[], more: Record<string, string> = {}): Promise<Book> {
  const root = await writeCourse({
    'content/reports/r/index.mdx': `---\ntitle: 报告\nteam: 组\nmentor: 师\nperiod: { from: 2026-03-02, to: 2026-03-29 }\n---\n\n摘要。\n`,
    'content/reports/r/01-base.mdx': chapter,
    'data/r/people.csv': `${['人,channel,日期', ...data].join('\n')}\n`,
    'data/r/metrics.yaml':
      '每周: { metric: count, from: people, by: week, unit: 人 }\n各渠道: { metric: count, from: people, by: channel, unit: 人 }\n',
    ...more,
  });
  const { reports } = await buildCourse({ root, only: 'r' });
  const { book, problems } = reports[0]!;
  const wrong = problems.filter(({ severity }) => severity !== 'finding');
  expect(wrong.map(({ id, what }) => [id, what.zh])).toEqual([]);
  return book!;
}

/** The colours of each name over all figures. */
function collectColours(book: Book): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const figure of book.figures) {
    for (const { svg } of [figure, figure.phone]) {
      for (const [name, paint] of collectPaints({ kind: figure.kind, svg }, shown))
        found.set(name, (found.get(name) ?? new Set()).add(paint));
    }
  }
  return found;
}

const flatten = (found: Map<string, Set<string>>) =>
  Object.fromEntries([...found].map(([name, paints]) => [name, [...paints].join('+')]).sort());

describe('colours', () => {
  let first: Record<string, string>;

  test('a name has one colour in all figures; eight channels have six and grey', async () => {
    first = flatten(collectColours(await build(rows)));
    expect(Object.keys(first)).toHaveLength(8);
    for (const paint of Object.values(first)) expect(paint).not.toContain('+');
    expect(first).toMatchObject({ 传单: 'even' });
    expect(new Set(Object.values(first)).size).toBe(7);
    expect(Object.values(first).filter((paint) => paint === 'even')).toHaveLength(2);
  });
  test.each([
    ['turned round', rows.toReversed()],
    ['with a tenth less', rows.filter((_, i) => i % 10 !== 3)],
    ['with a tenth more', [...rows, ...rows.filter((_, i) => i % 10 === 3).map((row) => `x${row}`)]],
    ['with a newcomer', [...rows, 'n1,快闪,2026-03-05', 'n2,快闪,2026-03-12']],
    ['without a small one', rows.filter((row) => !row.includes('传单'))],
  ])('stay with rows %s', async (_name, data) => {
    const after = flatten(collectColours(await build(data)));
    for (const [name, paint] of Object.entries(after)) expect([name, paint]).toEqual([name, first[name]]);
  });
  test('declared ones come in their order, in the course and in tables.yaml', async () => {
    const tables =
      'people.csv:\n  columns:\n    channel: { codes: { 门店: 门店, douyin: 抖音, SEO: SEO } }\n';
    expect(flatten(collectColours(await build(rows, { 'data/r/tables.yaml': tables })))).toMatchObject({
      门店: 'c1',
      抖音: 'c2',
      SEO: 'c3',
    });
  });
});

test('a column that only tags name has its colours too, whatever they leave out', async () => {
  const figure = (id: string, more: string) =>
    `<Figure ${more} id="${id}" caption="图 ${id}" />\n\n<Ref to="${id}" />。\n\n`;
  const text = [
    figure('a', `kind="trend" of="每周" by="week, channel" where="channel IN ('SEO', '门店')"`),
    figure('b', `kind="trend" of="每周" by="week, channel" where="channel IN ('门店', 'xiaohongshu')"`),
    figure('c', `kind="bars" of="每周" by="channel"`),
    figure('d', `kind="month-grid" of="posts" group="channel"`),
    figure('e', `kind="month-grid" of="posts" group="channel" where="channel <> 'SEO'"`),
  ].join('');
  const posts = ['日期,标题,channel', '2026-03-03,甲,SEO', '2026-03-04,乙,门店', '2026-03-05,丙,xiaohongshu'];
  const book = await build(rows, {
    'content/reports/r/01-base.mdx': `---\ntitle: 底稿\n---\n\n## 一\n\n${text}`,
    'data/r/metrics.yaml': '每周: { metric: count, from: people, by: week, unit: 人 }\n',
    'data/r/posts.csv': `${posts.join('\n')}\n`,
  });
  const colours = flatten(collectColours(book));
  for (const name of ['SEO', '门店', '小红书']) expect(colours[name]).toMatch(/^c[1-6]$/);
});

test('codes and weeks have their names wherever they are printed, and stay codes where data are', async () => {
  const book = await build(rows);
  const trend = book.figures.find(({ id }) => id === 'five')!;
  expect(trend.data.columns.map(({ label }) => label)).toEqual(expect.arrayContaining(['抖音', '小红书']));
  expect(trend.data.rows.map(([week]) => week)).toEqual([1, 2, 3, 4].map((n) => `实训第 ${n} 周`));
  expect(trend.svg).toContain('>第 1 周<');
  expect(trend.svg).not.toMatch(/douyin|W1\d</);
  expect(trend.finding).toContain('实训第 1 周');
  expect(book.tables[0]!.data.rows.map(([name]) => name)).toContain('抖音');
  expect(JSON.stringify(book.chapters[0]!.blocks)).toMatch(/抖音（404 人）.*实训第 \d 周（/);
  expect(book.values.各渠道!.points.map(({ key }) => key)).toContain('douyin');
  expect(JSON.stringify(book.datasets)).toContain('douyin');
});
