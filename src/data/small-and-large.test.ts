import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAll, report } from './small-and-large.sample.ts';

test('a file is read alike whether it is small or large: rows, types and problems with their places', async () => {
  await fc.assert(
    fc.asyncProperty(report, async (files) => {
      expect(await readAll(files, 0)).toEqual(await readAll(files, Number.POSITIVE_INFINITY));
    }),
    { numRuns: 6 },
  );
});
