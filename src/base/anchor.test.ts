import { expect, test } from 'vitest';
import { Anchors, slugify, toValueAnchor } from './anchor.ts';

test.each([
  ['4.1 数据收集工具', '4.1-数据收集工具'],
  ['SEO 与 SEM：整合', 'seo-与-sem-整合'],
  ['“用户之声”', '用户之声'],
  ['<script>', 'script'],
])('%s → %s', (text, expected) => expect(slugify(text)).toBe(expected));

test('equal headings get anchors of their own', () => {
  const anchors = new Anchors();
  expect(['结论', '结论', '！'].map((text) => anchors.take(text))).toEqual(['结论', '结论-2', 'section']);
});

test('a heading leaves an id that a figure or table has', () => {
  expect(new Anchors(['milestones']).take('Milestones')).toBe('milestones-2');
});

test('the anchor of a value is the same wherever it is asked for', () => {
  expect(toValueAnchor('期末 转化率')).toBe('v-期末-转化率');
});
