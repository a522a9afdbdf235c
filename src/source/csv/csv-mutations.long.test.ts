import { expect, test } from 'vitest';
import { findMisreading } from './csv-mutations.sample.ts';

test('2000 damaged files are refused with a place, or read as csv-parse reads them', {
  timeout: 120_000,
}, async () => {
  for (let seed = 0; seed < 2000; seed++) expect(await findMisreading(seed), `seed ${seed}`).toBeUndefined();
});
