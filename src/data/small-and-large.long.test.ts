import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAll, report } from './small-and-large.sample.ts';

test('3200 files are read alike whether they are small or large', { timeout: 1_200_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(report, async (files) => {
      expect(await readAll(files, 0)).toEqual(await readAll(files, Number.POSITIVE_INFINITY));
    }),
    { numRuns: 400 },
  );
});
