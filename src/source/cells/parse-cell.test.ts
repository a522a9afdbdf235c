import { describe, expect, test } from 'vitest';
import type { Cell, ColumnType } from '../../base/source-table.ts';
import { parseCell } from './parse-cell.ts';
import { suggestDate, suggestNumber, suggestSeconds } from './suggest-cell.ts';

describe('readCell', () => {
  test.each<[ColumnType, Cell, Cell | undefined]>([
    ['number', ' -1.5e3 ', -1500],
    ['number', '1,234', 1234],
    ['number', '1,23', undefined],
    ['number', '12%', 0.12],
    ['number', '', null],
    ['date', '—', null],
    ['text', '—', '—'],
    ['integer', '12.0', 12],
    ['integer', '12.5', undefined],
    ['integer', '12345678901234567890', undefined],
    ['boolean', '是', true],
    ['boolean', 0, false],
    ['boolean', '也许', undefined],
    ['text', 12, '12'],
    ['date', '2026/3/2', '2026-03-02'],
    ['date', '2026年3月2日', '2026-03-02'],
    ['date', '2026-02-30', undefined],
    ['date', '2026-03-02 00:00:00', '2026-03-02'],
    ['date', '2026-03-02 08:00:00', undefined],
    ['date', '3/2/2026', undefined],
    ['timestamp', '2026-03-02', '2026-03-02T00:00:00'],
    ['timestamp', '2026/3/2 8:05', '2026-03-02T08:05:00'],
    ['timestamp', '2026-03-02T08:00:00.25+0800', '2026-03-02T08:00:00.25+08:00'],
    ['timestamp', '2026-03-02T00:00:00z', '2026-03-02T00:00:00Z'],
    ['timestamp', '2026-03-02 25:00', undefined],
    ['timestamp', 1511658000, '2017-11-26T01:00:00.000Z'],
    ['timestamp', '1511658000000', '2017-11-26T01:00:00.000Z'],
    ['timestamp', null, null],
  ])('%s %j is %j', (type, raw, cell) => {
    expect(parseCell(raw, type)).toEqual(cell);
  });

  test('a day before its month needs to be told', () => {
    expect(parseCell('3/4/2026', 'date', { order: 'mdy' })).toBe('2026-03-04');
    expect(parseCell('3/4/2026', 'date', { order: 'dmy' })).toBe('2026-04-03');
  });
});

test.each([
  ['￥1,234.50', false, '1234.50'],
  ['１２', false, '12'],
  ['2.5%', true, '0.025'],
  ['2.5%', false, '2.5'],
  ['300 元', false, '300'],
  ['1,23', false, undefined],
  ['12', false, undefined],
  ['暂无', false, undefined],
  ['10万+', false, '100000'],
  ['5.5万+人付款', false, '55000'],
  ['1000+人付款', false, '1000'],
  ['约30', false, '30'],
  ['95秒', false, '95'],
  ['l50', false, '150'],
  ['九', false, '9'],
  ['十一', false, undefined],
  ['lo', false, undefined],
  ['Ol', false, undefined],
])('%s means %s %s', (raw, asShare, meant) => {
  expect(suggestNumber(raw, asShare)).toBe(meant);
});

test('a serial number of a spreadsheet means its day, other numbers mean none', () => {
  expect([46_083, '46083', '36526', 1200, '2026', '20260703'].map(suggestDate)).toEqual([
    '2026-03-02',
    '2026-03-02',
    '2000-01-01',
    undefined,
    undefined,
    undefined,
  ]);
});

test('a duration means its seconds; minutes and seconds alone may be hours and minutes', () => {
  expect(['00:03:20', '25:30:00', '3:20', '12:00'].map(suggestSeconds)).toEqual([
    '200',
    '91800',
    undefined,
    undefined,
  ]);
});
