import { expect, test } from 'vitest';
import { tryVerdicts } from './verdicts.sample.ts';

test('none of a hundred thousand drawn values and changes of them is judged falsely', () => {
  expect(tryVerdicts(50_000, 29).wrong.slice(0, 5)).toEqual([]);
}, 600_000);
