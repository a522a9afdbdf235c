/** What stands in `public/assets/figure.js` beside what it does, which the browser tests look at. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const script = readFileSync(join(import.meta.dirname, '../../public/assets/figure.js'), 'utf8');

test('the script of figures is a classic one of at most 4 kB and asks for nothing', () => {
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(4_096);
  expect(script).not.toMatch(
    /^\s*(import|export)\b|\bimport\(|\bfetch\b|XMLHttp|\beval\b|new Function|https?:/m,
  );
});
