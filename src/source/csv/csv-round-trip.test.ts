import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runRoundTrip, table } from './csv-round-trip.sample.ts';

test('a table in any encoding, separator and form of numbers and days is read as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (one) => {
      const { read, written } = await runRoundTrip(one);
      expect(read).toEqual(written);
    }),
    { numRuns: 60 },
  );
});
