import { expect, test } from 'vitest';
import { isIrregularStart } from './irregular-cells.ts';

test('every white space beyond ASCII that String.prototype.trim takes off is odd at the start of a cell, and no other letter', () => {
  const isOdd = (sign: string) => isIrregularStart(Buffer.from(`${sign}x`), 0, 9);
  const differing = [];
  for (let code = 0x80; code < 0x10000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const sign = String.fromCharCode(code);
    if (isOdd(sign) !== (sign.trim() === '')) differing.push(code.toString(16));
  }
  expect(differing).toEqual([]);
});
