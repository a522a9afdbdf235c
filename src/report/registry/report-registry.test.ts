import { describe, expect, test } from 'vitest';
import type { BookValue } from '../book.ts';
import { nameCells } from './name-cells.ts';
import { nameMembers } from './name-members.ts';
import { createRegistry } from './report-registry.ts';

const period = { from: '2026-03-02', to: '2026-06-21' };
const column = (name: string, label = name, display = {}) => ({ name, header: name, label, display });
const course = { phases: [], codes: {}, scales: {}, digits: {} };

describe('names of codes', () => {
  const registry = createRegistry({
    language: 'zh',
    period,
    course: {
      ...course,
      codes: { channel: { sem: '搜索广告', xhs: '小红薯', 1: '一' }, mode: { sem: '搜索广告', on: '开' } },
    },
    tables: [
      { columns: [column('channel', '渠道', { codes: { ref: { zh: '老带新', en: 'Referral' } } })] },
      { columns: [column('gender', '性别', { codes: { 1: '男', 2: '女' } }), column('note')] },
    ],
  });
  test.each([
    ['sem', 'channel', '搜索广告'],
    ['sem', '渠道', '搜索广告'],
    ['ref', 'channel', '老带新'],
    ['xhs', 'channel', '小红薯'],
    ['xhs', 'other', '小红薯'],
    ['douyin', 'channel', '抖音'],
    ['1', 'gender', '男'],
    ['1', 'channel', '一'],
    // A number, and a column that is known, say nothing of the codes of other columns.
    ['1', undefined, '1'],
    ['2', 'elsewhere', '2'],
    ['sem', 'note', 'sem'],
    ['sem', 'elsewhere', '搜索广告'],
    ['2026-W11', 'note', '实训第 2 周'],
    ['2026-03', 'note', '2026-03'],
  ])('%s in %s is %s', (code, at, name) => {
    expect(registry.nameMember(code, at)).toBe(name);
  });
  test('a code that two columns call differently means nothing elsewhere', () => {
    const codes = { a: { x: '甲' }, b: { x: '乙' } };
    expect(createRegistry({ language: 'zh', period, course: { ...course, codes } }).nameMember('x')).toBe(
      'x',
    );
  });
  test('English names in English reports', () => {
    const codes = { channel: { ref: { zh: '老带新', en: 'Referral' } } };
    const english = createRegistry({ language: 'en', period, course: { ...course, codes } });
    expect(['ref', 'douyin'].map((code) => english.nameMember(code, 'channel'))).toEqual([
      'Referral',
      'Douyin',
    ]);
  });
  test('a list gives an order', () => {
    const codes = { channel: ['SEO', 'SEM'] };
    expect(createRegistry({ language: 'zh', period, course: { ...course, codes } }).declared).toEqual([
      { names: ['SEO', 'SEM'] },
    ]);
  });
});

test('scales: as declared, under any name of the column, else as names say themselves', () => {
  const registry = createRegistry({
    language: 'zh',
    period,
    course: { ...course, scales: { tier: 'order' } },
    tables: [{ columns: [column('level', '等级', { scale: 'order' })] }],
  });
  const names = ['金卡', '银卡'];
  expect(['tier', '等级', 'level', 'other', undefined].map((at) => registry.getScale(names, at))).toEqual([
    'order',
    'order',
    'order',
    'names',
    'names',
  ]);
  expect(registry.getScale(['正面', '负面'])).toBe('sides');
});

describe('members', () => {
  const registry = createRegistry({ language: 'zh', period });
  const point = (label: string, group?: string) => ({
    key: label,
    label,
    ...(group && { group }),
    value: 1,
    text: '1',
    n: 1,
  });
  const name = (points: BookValue['points'], by?: string[]) =>
    nameMembers({ points } as BookValue, by, registry).points.map(({ key, label, group, groupCode }) => {
      return [key, label, group, groupCode].filter((text) => text !== undefined);
    });
  test('keys stay, labels and groups are named', () => {
    expect(name([point('2026-W10', 'douyin'), point('2026-W11*', '抖音号')], ['week', 'platform'])).toEqual([
      ['2026-W10', '实训第 1 周', '抖音', 'douyin'],
      ['2026-W11*', '实训第 2 周*', '抖音号'],
    ]);
  });
  test('two codes of one name are told apart', () => {
    expect(name([point('xhs'), point('xiaohongshu'), point('小红书')], ['platform'])).toEqual([
      ['xhs', '小红书（xhs）'],
      ['xiaohongshu', '小红书（xiaohongshu）'],
      ['小红书', '小红书'],
    ]);
  });
  test('steps of a funnel are none of its dimension', () => {
    expect(name([point('direct', 'direct')], ['channel'])).toEqual([
      ['direct', 'direct', '直接访问', 'direct'],
    ]);
  });
});

test('cells of texts are named, others and unknown ones stay', () => {
  const registry = createRegistry({ language: 'zh', period });
  const columns = [
    { name: 'source', type: 'text' as const },
    { name: 'week', type: 'text' as const },
    { name: 'cost', type: 'number' as const },
  ];
  const rows = [
    ['douyin', '2026-W10', 3],
    [null, '', null],
  ];
  expect(nameCells(rows, columns, registry)).toEqual([
    ['抖音', '实训第 1 周', 3],
    [null, '', null],
  ]);
  expect(nameCells(rows, columns, undefined)).toBe(rows);
});
