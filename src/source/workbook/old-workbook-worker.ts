/** The process that reads one old workbook: see old-workbook.ts. */
import { createRequire } from 'node:module';
import process from 'node:process';
import * as xlsx from '@e965/xlsx';

/** An old workbook as a new one, or why there is none. */
export type RenewedWorkbook = Uint8Array | 'password' | 'damaged';

process.once('message', (bytes: Uint8Array) => {
  process.send?.(renew(bytes));
});

function renew(bytes: Uint8Array): RenewedWorkbook {
  // Old workbooks write their texts in the code page of their country.
  xlsx.set_cptable(createRequire(import.meta.url)('@e965/xlsx/dist/cpexcel.js'));
  try {
    const book = xlsx.read(bytes, { type: 'buffer', cellNF: true, cellStyles: true });
    return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx', cellStyles: true }) as Buffer);
  } catch (error) {
    return error instanceof Error && /password/i.test(error.message) ? 'password' : 'damaged';
  }
}
