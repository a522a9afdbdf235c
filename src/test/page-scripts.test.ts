/** What stands in the scripts of `public/assets` beside what they do, which the browser tests look at. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../public/assets');
const scripts = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const countBytes = (names: readonly string[]) =>
  scripts
    .filter(({ name }) => names.includes(name))
    .reduce((sum, { text }) => sum + gzipSync(text, { level: 9 }).length, 0);

test.each(scripts)('$name is a classic script of at most 4 kB and fetches nothing', ({ name, text }) => {
  expect(countBytes([name])).toBeLessThanOrEqual(4_096);
  expect(text).not.toMatch(
    /^\s*(import|export)\b|\bimport\(|\bfetch\b|XMLHttp|\beval\b|new Function|innerHTML|https?:/m,
  );
});

test('those of a chapter are at most 8 kB together', () => {
  expect(countBytes(['site.js', 'figure.js', 'card.js'])).toBeLessThanOrEqual(8_192);
});
