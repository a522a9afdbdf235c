import { expect, test } from 'vitest';
import { misread } from './mutations.sample.ts';

test('200 damaged files are refused with a place, or read as csv-parse reads them', async () => {
  for (let seed = 0; seed < 200; seed++) expect(await misread(seed), `seed ${seed}`).toBeUndefined();
});
