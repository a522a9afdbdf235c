import { describe, expect, test } from 'vitest';
import { parseNumbers } from './parsed-numbers.ts';
import { stripTimePhrases } from './strip-time-phrases.ts';

const read = (text: string, ...units: string[]) =>
  parseNumbers(text, units).map(({ value, slack, unit }) => [value, slack, unit]);

describe('numbers in a sentence', () => {
  test.each([
    ['由 41 元升至 58.3 元', [41, 0.5, '元'], [58.3, 0.05, '元']],
    ['合计：1,234 人，增长 12.5%', [1234, 0.5, '人'], [12.5, 0.05, '%']],
    ['约 1.2 万元', [12000, 1200, '元']],
    ['共 1.2亿次', [1.2e8, 5e6, '次']],
    ['１２％', [12, 0.5, '%']],
    ['提高 3.5 个百分点', [3.5, 0.05, '个百分点']],
    ['rose from 41 yuan to 1.2k', [41, 0.5, ''], [1200, 50, '']],
    ['3000 余人', [3000, 300, '人']],
  ])('%s', (text, ...numbers) => {
    expect(read(text)).toEqual(numbers);
  });

  test.each(['T07 与 B2B', 'GPT-4', 'v2.0', '比为 3:1', '4P 与 5A', 'utm_2026'])('none in %s', (text) => {
    expect(read(text).filter(([value]) => value !== 1)).toEqual([]);
  });

  test('a unit of the data is known', () => {
    expect(read('人均 58 积分', '积分')).toEqual([[58, 0.5, '积分']]);
  });
});

describe('words of the plan', () => {
  const left = (text: string, ...units: string[]) =>
    parseNumbers(stripTimePhrases(text, new Set(units)), units).map((one) => one.text);

  test.each([
    '2026 年 3 月至 6 月的新增用户',
    '2026-03-02—2026-06-28 每日访问',
    '3 月 2 日—15 日',
    '第 10—12 周与第 16 周',
    '前 5 篇内容',
    'Top 10 关键词',
    '近 30 天活跃用户',
    '24 小时内响应的工单',
    '7 日留存',
    '各渠道转化率与 95% 置信区间',
    '3 个渠道、2 场活动',
    '20:00—22:00 的访问',
    '18—24 岁用户',
    '双 11 与 618 大促',
    'Visits of 3 campaigns, weeks 10-12, 2026',
    'Tickets answered within 24 hours',
    'Effects of the two trials with 95% intervals',
    '3 March to 5 April',
  ])('%s', (text) => {
    expect(left(text)).toEqual([]);
  });

  test.each([
    ['前 5 周新增 1,234 人', '1,234 人'],
    ['2026 年获客成本升至 58 元', '58 元'],
    ['第 9 周起高于 12.5%', '12.5%'],
    ['2,026 人', '2,026 人'],
    ['月活 12 万', '12 万'],
    ['95% 的用户', '95%'],
    ['week 10: 58 yuan', '58'],
  ])('but in %s is %s', (text, number) => {
    expect(left(text)).toEqual([number]);
  });

  test('what is counted in the data is compared', () => {
    expect(left('举办 12 场', '场')).toEqual(['12 场']);
    expect(left('举办 12 场')).toEqual([]);
  });
});
