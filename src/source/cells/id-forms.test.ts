import { expect, test } from 'vitest';
import type { Cell } from '../../base/source-table.ts';
import { isIdHeader, isIdLike, isShortenedNumber } from './id-forms.ts';

test.each<Cell>([
  '007',
  '00.5',
  '1234567890123456',
  '1234567890.1684694001',
  '729000001.1684600001',
  '-1234567890123456789',
  1234567890123456,
])('%j is an id', (cell) => {
  expect(isIdLike(cell)).toBe(true);
});

test.each<Cell>([
  '0',
  '0.5',
  '123456789012345',
  '0.30000000000000004',
  '33.333333333333336',
  '1234.56789012345678901234',
  '123456789012345.00',
  '12345678.12345679',
  '03-Mar-26',
  123456789012345,
  0.1,
  true,
  null,
])('%j is none', (cell) => {
  expect(isIdLike(cell)).toBe(false);
});

test('a long number of which a program wrote the first digits is known by its power', () => {
  const shortened = ['1.23457E+17', '1.23E+11', '-9.8765e+12', '1E+15', '1.234567890123457e+17'];
  expect(shortened.map(isShortenedNumber)).toEqual(shortened.map(() => true));
  const whole = ['1.5e3', '1.41E+09', '1E-17', '1.23456789012E+11', 'NIKE+12', '12', '', 1e17, null];
  expect(whole.map(isShortenedNumber)).toEqual(whole.map(() => false));
});

test('a header says whether digits are ids', () => {
  const ids = [
    'user_id',
    'openid',
    '订单编号',
    'SKU',
    'product code',
    'Order No',
    '手机号',
    '邮政编码',
    '商品ID',
  ];
  expect(ids.filter((one) => !isIdHeader(one))).toEqual([]);
  const others = ['paid', 'bid', 'x', '金额', 'grid', '号召', 'volcano', 'zipped'];
  expect(others.filter(isIdHeader)).toEqual([]);
});
