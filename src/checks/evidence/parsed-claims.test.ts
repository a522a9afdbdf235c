import { expect, test } from 'vitest';
import { parseClaims } from './parsed-claims.ts';

const describeClaims = (caption: string) => parseClaims(caption).map(({ says, word }) => `${says} ${word}`);

test.each([
  ['新增用户持续上升', 'up 持续上升'],
  ['获客成本下降到 41 元', 'down 下降'],
  ['新增用户增长 150%', 'up 增长'],
  ['活跃用户翻番', 'double 翻番'],
  ['获客成本降至 41 元', 'down 降至'],
  ['Weekly users rose to 205', 'up rose'],
  ['搜索广告的获客成本高于自然搜索', 'above 高于'],
  ['搜索广告最高', 'highest 最高'],
  ['Search is the lowest', 'lowest is the lowest'],
])('a claim: %s', (caption, claim) => {
  expect(describeClaims(caption)).toEqual([claim]);
});

test.each([
  '每周用户增长',
  '流失率下降的原因',
  '转化率没有下降',
  '先升后降，3 月以来上升',
  '新增用户先上升再下降',
  '降低获客成本的办法',
  '提高转化率的三个实验',
  '点击最多的内容',
  '互动最多的五篇与最少的三篇内容',
  'Growth of users by channel',
  'Sales rose until May and fell after it',
])('no claim: %s', (caption) => {
  expect(describeClaims(caption)).toEqual([]);
});
