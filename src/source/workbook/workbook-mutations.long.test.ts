import { expect, test } from 'vitest';
import { findWorkbookMisreading } from './workbook-mutations.sample.ts';

test('2000 damaged or changed workbooks are refused with their place, or read cell by cell as they were made', {
  timeout: 600_000,
}, async () => {
  for (let seed = 0; seed < 2000; seed++)
    expect(await findWorkbookMisreading(seed), `seed ${seed}`).toBeUndefined();
});
