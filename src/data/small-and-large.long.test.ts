import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBothWays, report } from './small-and-large.sample.ts';

test('3200 files are read alike whether they are small or large', { timeout: 1_200_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(report, async (files) => {
      const { small, large } = await readBothWays(files);
      expect(large).toEqual(small);
    }),
    { numRuns: 400 },
  );
});
