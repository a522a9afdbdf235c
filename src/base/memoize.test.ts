import { expect, test } from 'vitest';
import { memoizeAnswers } from './memoize.ts';

test('an answer is computed once for the same texts and numbers, and anew when there were too many', () => {
  const asked: string[] = [];
  const join = memoizeAnswers((text: string, number: number) => {
    asked.push(`${text}${number}`);
    return asked.length;
  }, 2);
  expect([join('a', 1), join('a', 1), join('a', Number.NaN), join('a', Infinity), join('a', 1)]).toEqual([
    1, 1, 2, 3, 4,
  ]);
  expect(asked).toEqual(['a1', 'aNaN', 'aInfinity', 'a1']);
});

test('what it could not compute is asked again', () => {
  let times = 0;
  const fail = memoizeAnswers((_: number): number => {
    times++;
    throw new Error('no');
  });
  expect(() => fail(1)).toThrow('no');
  expect(() => fail(1)).toThrow('no');
  expect(times).toBe(2);
});
