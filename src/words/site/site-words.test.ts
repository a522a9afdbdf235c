import { expect, test } from 'vitest';
import { siteWords } from './site-words.ts';

/** Every word of a dictionary by its path, functions called with plain arguments. */
function words(of: object, path = ''): [string, string][] {
  return Object.entries(of).flatMap(([key, value]): [string, string][] => {
    const here = `${path}.${key}`;
    if (typeof value === 'function') return [[here, String(value(...example(key)))]];
    return typeof value === 'string' ? [[here, value]] : words(value, here);
  });
}

function example(key: string): unknown[] {
  if (key === 'date') return ['2026-07-03'];
  return key === 'period' ? ['2026-03-02', '2026-06-28'] : [2, 3, 4];
}

test('no word is empty in either language', () => {
  for (const dictionary of Object.values(siteWords)) {
    for (const [path, word] of words(dictionary)) {
      expect(word.length, path).toBeGreaterThan(0);
      expect(word, path).not.toMatch(/undefined|NaN|\[object/);
    }
  }
});

test('both languages have the same words, and English is free of Chinese', () => {
  const [zh, en] = [words(siteWords.zh), words(siteWords.en)];
  expect(en.map(([path]) => path)).toEqual(zh.map(([path]) => path));
  expect(en.filter(([, word]) => /\p{Script=Han}/u.test(word))).toEqual([]);
});

test('dates and counts read as each language writes them', () => {
  expect(siteWords.zh.date('2026-07-03')).toBe('2026 年 7 月 3 日');
  expect(siteWords.en.date('2026-07-03')).toBe('3 July 2026');
  expect(siteWords.en.data.rowCount(1)).toBe('1 row');
  expect(siteWords.zh.data.size(4_812_003)).toBe('4.8 MB');
});
