import { expect, test } from 'vitest';
import { allowBreaks, layoutColumns, measureEms } from './table-grid.ts';

test('a small table keeps its letters', () => {
  expect(
    layoutColumns([
      ['周', '第 10 周'],
      ['新增用户', '60'],
    ]),
  ).toMatchObject({ size: 10.5, turned: false, width: '66%' });
});

test('a broad table gets smaller letters, a very broad one a turned page', () => {
  const column = ['指标名称', '12,345,678.90'];
  expect(layoutColumns(Array(5).fill(column))).toMatchObject({ size: 9, turned: false });
  expect(layoutColumns(Array(8).fill(column))).toMatchObject({ turned: true });
});

test('running text wraps beside narrow columns', () => {
  const memo = '周会复盘，调整了落地页首屏的标题与按钮文字，并把表单从五项减为三项，次日转化率回升。';
  const { columns, turned } = layoutColumns([
    ['日期', '2026-04-01'],
    ['备注', memo],
  ]);
  expect(columns).toEqual(['64.00fr', '312.40fr']);
  expect(turned).toBe(false);
});

test('columns of running text take lines alike, and short cells are not broken', () => {
  const { size, columns, turned } = layoutColumns([
    ['平台', '小红书', '公众号'],
    ['规则', '搜索与兴趣推荐并重，标题和话题词影响收录', '订阅关系为主，推荐为辅'],
    ['出处', '平台创作者帮助页，课程组整理', '平台创作者帮助页，课程组整理'],
    ['受众', '找用法与清单的学生', '已关注的同学与校友'],
    ['取舍', '选用', '选用'],
  ]);
  const [platform, rule, origin, , choice] = columns.map((column) => (Number.parseFloat(column) - 10) / size);
  expect([platform, choice]).toEqual([3, 2]);
  expect(rule! / origin!).toBeCloseTo(20 / 14);
  expect(turned).toBe(false);
});

test('a name of seven characters stays whole beside heads that can break', () => {
  const { size, columns } = layoutColumns([
    ['活动', '春日校园打卡季', '毕业季焕新拼团'],
    ...['曝光', '触达', '互动', '点击', '参与'].map((head) => [head, '546,075']),
    ['曝光到点击（%）', '1.36'],
    ['点击到参与（%）', '10.6'],
  ]);
  expect((Number.parseFloat(columns[0]!) - 10) / size).toBe(7);
});

test('Chinese is one em wide, Latin less', () => {
  expect(measureEms('复盘，')).toBe(3);
  expect(measureEms('abc')).toBeCloseTo(1.8);
});

test('only long tokens may break, after their marks', () => {
  expect(allowBreaks('data/sample/events.parquet')).toBe('data/\u200bsample/\u200bevents.\u200bparquet');
  expect(allowBreaks('user_id')).toBe('user_id');
});
