import { expect, test } from 'vitest';
import { foldRuns } from './inline-tags.ts';

// GB/T 7714—2025, 9.3.1: several numbers in one bracket, consecutive ones joined.
test.each([
  [[1], '1'],
  [[3, 1], '1,3'],
  [[1, 2], '1,2'],
  [[1, 2, 3], '1-3'],
  [[5, 1, 2, 3, 7, 8], '1-3,5,7,8'],
  [[], ''],
])('%j prints as %s', (numbers, text) => expect(foldRuns(numbers)).toBe(text));
