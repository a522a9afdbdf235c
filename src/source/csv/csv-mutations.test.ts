import { expect, test } from 'vitest';
import { findMisreading } from './csv-mutations.sample.ts';

test('200 damaged files are refused with a place, or read as csv-parse reads them', async () => {
  for (let seed = 0; seed < 200; seed++) expect(await findMisreading(seed), `seed ${seed}`).toBeUndefined();
});
