import { expect, test } from 'vitest';
import { findWorkbookMisreading } from './workbook-mutations.sample.ts';

test('150 damaged or changed workbooks are refused with their place, or read cell by cell as they were made', async () => {
  for (let seed = 0; seed < 150; seed++)
    expect(await findWorkbookMisreading(seed), `seed ${seed}`).toBeUndefined();
});
