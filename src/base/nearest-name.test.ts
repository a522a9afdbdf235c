import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeEditDistance, findNearestName } from './nearest-name.ts';

describe('editDistance', () => {
  // Pairs and distances as the literature on edit distance uses them (kitten/sitting: Levenshtein).
  test.each([
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['ca', 'ac', 1],
    ['', '转化率', 3],
  ])('%s → %s is %i', (a, b, distance) => expect(computeEditDistance(a, b)).toBe(distance));

  test('is symmetric, and zero only for equal texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(computeEditDistance(a, b)).toBe(computeEditDistance(b, a));
        expect(computeEditDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('nearest', () => {
  test('suggests what was probably meant', () => {
    expect(findNearestName('新增用戶', ['新增用户', '转化率'])).toBe('新增用户');
    expect(findNearestName('Valeu', ['Value', 'Verdict'])).toBe('Value');
  });
  test('keeps silent when nothing is near', () => {
    expect(findNearestName('客单价', ['sessions', 'orders'])).toBeUndefined();
    expect(findNearestName('x', [])).toBeUndefined();
  });
});
