import { expect, test } from 'vitest';
import { pickGroupPaints } from './layout/group-paints.ts';
import { findNameColour, resolveSeriesStyles } from './series-styles.ts';

const paints = (names: string[][], colours?: Record<string, number>) =>
  resolveSeriesStyles(names, { colours }).map(({ paint }) => paint);

test('names have the colours of the report, the others what is left', () => {
  expect(paints([['SEO'], ['甲'], ['SEM'], ['乙']], { SEM: 0, SEO: 2 })).toEqual(['c3', 'c2', 'c1', 'c4']);
  expect(paints([['a'], ['b']])).toEqual(['c1', 'c2']);
});
test('the first name that is known counts', () => {
  expect(
    paints(
      [
        ['抖音', '新增'],
        ['其他', '新增'],
      ],
      { 抖音: 4, 新增: 1 },
    ),
  ).toEqual(['c5', 'c2']);
});
test('grey ones, and two of one colour, are told apart by dash and symbol', () => {
  const styles = resolveSeriesStyles([['a'], ['b'], ['c'], ['d']], { colours: { a: 6, b: 6, c: 1, d: 1 } });
  expect(styles.map(({ paint }) => paint)).toEqual(['even', 'even', 'c2', 'c2']);
  expect(new Set(styles.map(({ dash }) => String(dash))).size).toBe(4);
  expect(new Set(styles.map(({ symbol }) => symbol)).size).toBe(4);
});
test('a name like a method has no colour', () => {
  expect(findNameColour('constructor', { colours: {} })).toBeUndefined();
  expect(paints([['toString'], ['__proto__']], {})).toEqual(['c1', 'c2']);
});

test('names, orders and sides are painted from palettes of their own', () => {
  const fills = (groups: string[], input: Parameters<typeof pickGroupPaints>[1] = {}) =>
    pickGroupPaints(groups, input).map(({ fill }) => fill.replace(/var\(--(.*)\)/, '$1'));
  expect(fills(['价格', '设计'], { colours: { 设计: 0 } })).toEqual(['c2', 'c1']);
  expect(fills(['1 分', '2 分', '3 分']).every((fill) => /^s\d$/.test(fill))).toBe(true);
  expect(fills(['正面', '中性', '负面'])).toEqual(['c1', 'line', 'c2']);
  expect(fills(['负面', '正面'])).toEqual(['c2', 'c1']);
  expect(fills(['同意', '反感'], { scale: 'sides' })).toEqual(['c1', 'c2']);
  expect(fills(['普通', '银卡', '金卡'], { scale: 'order' }).every((fill) => fill.startsWith('s'))).toBe(
    true,
  );
});
