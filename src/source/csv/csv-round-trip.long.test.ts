import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runRoundTrip, table } from './csv-round-trip.sample.ts';

test('2000 tables in any encoding, separator and form of numbers and days are read as they were written', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(table, async (one) => {
      const { read, written } = await runRoundTrip(one);
      expect(read).toEqual(written);
    }),
    { numRuns: 2000 },
  );
});
