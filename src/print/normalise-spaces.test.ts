import { expect, test } from 'vitest';
import { normaliseSpaces } from './normalise-spaces.ts';

const gap = '\u00a0';

test('spaces typed or not print the same', () => {
  expect(normaliseSpaces('用户 ARPU 为')).toBe(normaliseSpaces('用户ARPU为'));
  expect(normaliseSpaces('共 12 人')).toBe(normaliseSpaces('共12人'));
});

test('a number stays with its unit, its chapter, its figure', () => {
  expect(normaliseSpaces('第 3 章')).toBe(`第${gap}3${gap}章`);
  expect(normaliseSpaces('见图4-2')).toBe(`见图${gap}4-2`);
  expect(normaliseSpaces('升 4.8% 的')).toBe(`升4.8%${gap}的`);
});

test('looks at the neighbours in the line', () => {
  expect(normaliseSpaces('新增用户 ', '', '1,302 人')).toBe('新增用户');
  expect(normaliseSpaces('人', '共 12', '')).toBe(`${gap}人`);
  expect(normaliseSpaces('共12', '', '人')).toBe('共12');
});

test('a line end inside Chinese is no space, inside Latin it is one', () => {
  expect(normaliseSpaces('第一行\n第二行，\n第三行')).toBe('第一行第二行，第三行');
  expect(normaliseSpaces('one\ntwo')).toBe('one two');
});

test('leaves other spaces alone', () => {
  expect(normaliseSpaces('花费 $x 与 #1')).toBe('花费 $x与 #1');
  expect(normaliseSpaces('hello world')).toBe('hello world');
});
