import { describe, expect, test } from 'vitest';
import { findAddressFault, findNameFault, foldFileName, toFileName } from './file-name.ts';

describe('names that some system cannot carry', () => {
  test.each([
    ['', 'empty'],
    ['../../../data/victim/visits', 'path'],
    ['/etc/passwd', 'path'],
    ['C:\\x', 'path'],
    ['..', 'dot'],
    ['..x', 'dot'],
    ['"<>|', 'signs'],
    ['a:stream', 'signs'],
    ['a\nb', 'signs'],
    ['a\u202Exslx', 'signs'],
    ['\uFFFD\uFFFD.csv', 'signs'],
    ['a ', 'end'],
    ['a.', 'end'],
    ['NUL.csv', 'device'],
    ['con .csv', 'device'],
    ['conin$', 'device'],
    ['报'.repeat(90), 'long'],
  ])('%j: %s', (name, fault) => {
    expect(findNameFault(name)).toBe(fault);
  });

  test('an address has two more signs that are not for names', () => {
    expect(findAddressFault('a#b')).toBe('address');
    expect(findAddressFault('a%41')).toBe('address');
    expect(findNameFault('转化率(%)#1')).toBeUndefined();
  });

  test.each(['甲组（一）', 'team-1', 'a b', '~x', 'console', "a'b", '1. 背景', '家👨‍👩‍👧'])(
    '%s is sound',
    (name) => {
      expect(findAddressFault(name)).toBeUndefined();
    },
  );
});

test.each([
  ['../../../data/victim/visits', 'data-victim-visits'],
  ['..', 'x'],
  ['留存<7天', '留存-7天'],
  ['con', 'con_'],
  ['con.a', 'con_'],
  ['a b. ', 'a_b._'],
  ['\u0000', 'x'],
  ['表'.repeat(100), '表'.repeat(66)],
])('the nearest name of %j is %s', (name, safe) => {
  expect(toFileName(name, 'x')).toBe(safe);
  expect(findNameFault(`${safe}.csv`)).toBeUndefined();
});

test('names that are one file on some disk are alike', () => {
  expect(foldFileName('Team')).toBe(foldFileName('tEAM'));
  expect(foldFileName('stra\u00DFe')).toBe(foldFileName('STRASSE'));
  expect(foldFileName('\u00E9')).toBe(foldFileName('E\u0301'));
  expect(foldFileName('a')).not.toBe(foldFileName('b'));
});
