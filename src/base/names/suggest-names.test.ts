import { describe, expect, test } from 'vitest';
import { kinds } from '../../charts/kinds/kinds.ts';
import { metrics } from '../../metrics/library.ts';
import { tagNames, tagSchemas } from '../../schema/tag-schemas.ts';
import { findMeantName, listNames, suggestNames } from './suggest-names.ts';

const kindNames = Object.keys(kinds);
const kindTitles = Object.fromEntries(Object.entries(kinds).map(([name, { title }]) => [name, title.zh]));
const metricNames = Object.keys(metrics);
const metricTitles = Object.fromEntries(Object.entries(metrics).map(([id, { names }]) => [id, names.zh]));

describe('names of other programs and languages', () => {
  test.each([
    ['line', 'trend'],
    ['Line', 'trend'],
    ['折线图', 'trend'],
    ['柱状图', 'bars'],
    ['bar', 'bars'],
    ['饼图', 'stacked'],
    ['pie', 'stacked'],
    ['热力图', 'heat'],
    ['散点图', 'scatter'],
    ['留存曲线', 'cohort-curve'],
    ['FUNNEL', 'funnel'],
    ['trnd', 'trend'],
  ])('kind %s is %s', (written, near) => {
    expect(suggestNames(written, kindNames, kindTitles).near).toBe(near);
  });
  test.each([
    ['合计', 'sum'],
    ['avg', 'mean'],
    ['平均', 'mean'],
    ['计数', 'count'],
    ['转化率', 'conversion_rate'],
    ['点击率', 'ctr'],
    ['日活', 'dau'],
    ['newusers', 'new_users'],
  ])('metric %s is %s', (written, near) => {
    expect(suggestNames(written, metricNames, metricTitles).near).toBe(near);
  });
  test.each([
    ['图', 'Figure'],
    ['value', 'Value'],
    ['Graph', 'Figure'],
    ['表格', 'Table'],
  ])('tag %s is %s', (written, near) => expect(findMeantName(written, tagNames)).toBe(near));
  test.each([
    ['title', 'caption'],
    ['类型', 'kind'],
    ['data', 'of'],
    ['filter', 'where'],
  ])('attribute %s of a figure is %s', (written, near) => {
    expect(findMeantName(written, Object.keys(tagSchemas.Figure.props.shape))).toBe(near);
  });
  test('every title of a kind and of a metric leads to one that has it', () => {
    for (const title of Object.values(kindTitles))
      expect(kindTitles[suggestNames(title, kindNames, kindTitles).near ?? '']).toBe(title);
    for (const title of Object.values(metricTitles))
      expect(metricTitles[suggestNames(title, metricNames, metricTitles).near ?? '']).toBe(title);
  });
});

describe('lists', () => {
  test('are whole while they are short, else the nearest with their count', () => {
    expect(listNames('x', ['a', 'b', 'c'])).toBe('a、b、c');
    const all = listNames('新用户', ['访问', '新增用户', '老用户', '转化率', '用户数', '成本', '点击率']);
    expect(all).toContain('新增用户');
    expect(all).toContain('老用户');
    expect(all).toMatch(/^[^、]+(、[^、]+){4}…（7）$/);
    expect(listNames('line', kindNames).split('、')).toHaveLength(5);
  });
  test('a thousand long names are ranked at once', () => {
    const many = Array.from({ length: 2000 }, (_, index) => `${'数值'.repeat(50)}${index}`);
    expect(suggestNames('数值'.repeat(50), many).all).toContain('…（2000）');
  });
});
