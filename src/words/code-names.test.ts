import { expect, test } from 'vitest';
import { findCodeName } from './code-names.ts';
import { findScale } from './scale-words.ts';

test.each([
  ['xiaohongshu', undefined, '小红书', 'Xiaohongshu'],
  ['XHS', 'anything', '小红书', 'Xiaohongshu'],
  ['xiaohongshu / social', undefined, '小红书 / 社交媒体', 'Xiaohongshu / Social media'],
  ['baidu / cpc', undefined, '百度 / 付费点击', 'Baidu / Paid clicks'],
  ['organic', 'utm_medium', '自然搜索', 'Organic search'],
  ['paid-social', '来源渠道', '付费社交', 'Paid social'],
  ['paid_social', 'channel', '付费社交', 'Paid social'],
])('%s in %s is %s', (code, column, zh, en) => {
  expect(findCodeName(code, 'zh', column)).toBe(zh);
  expect(findCodeName(code, 'en', column)).toBe(en);
});

test.each([
  ['direct', undefined],
  ['display', 'mode'],
  ['live', 'status'],
  ['social', 'skill'],
  ['SEM', 'channel'],
  ['小红书', 'channel'],
  ['xiaohongshu / 手账', undefined],
  ['constructor', 'channel'],
  ['toString / social', 'channel'],
  ['', 'channel'],
])('%s in %s is left as it is', (code, column) => {
  expect(findCodeName(code, 'zh', column)).toBeUndefined();
});

test.each([
  [['1 分', '2 分', '5 分'], 'order'],
  [['18-22岁', '23-26岁', '35岁以上'], 'order'],
  [['实训第 1 周', '实训前第 2 周'], 'order'],
  [['training week 1', 'training week 2'], 'order'],
  [['低', '中', '高'], 'order'],
  [['Mar', 'Apr'], 'order'],
  [['正面', '中性', '负面'], 'sides'],
  [['Positive', 'negative'], 'sides'],
  [['正面'], 'names'],
  [['正面', '负面', '其他'], 'names'],
  [['SEO', 'SEM'], 'names'],
  [[], 'names'],
] as const)('%s: %s', (names, scale) => {
  expect(findScale(names)).toBe(scale);
});
