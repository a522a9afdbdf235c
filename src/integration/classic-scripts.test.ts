/** What the scripts of the pages are made of; the browser tests look at what they do. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildReadingScript, joinModules, minifyScript } from './classic-scripts.ts';

const root = join(import.meta.dirname, '../..');
const measure = (code: string) => gzipSync(code, { level: 9 }).length;

test('every part is in the script for readers', () => {
  const source = readFileSync(join(import.meta.dirname, 'classic-scripts.ts'), 'utf8');
  for (const file of readdirSync(join(root, 'src/scripts/reading')))
    expect(source).toContain(`'${file.replace('.js', '')}'`);
});

test('the script for readers is a classic one of at most 2.3 kB that asks for nothing', async () => {
  const script = await buildReadingScript();
  expect(() => new Script(script)).not.toThrow();
  expect(measure(script)).toBeLessThanOrEqual(2_300);
  expect(script).not.toMatch(/\bimport\b|\bexport\b|\bfetch\b|XMLHttp|\beval\b|new Function|https?:/);
});

test('all scripts that a chapter loads are 8 kB together', async () => {
  const folder = join(root, 'public/assets');
  // That of search is loaded when somebody searches, that of lists stands on the pages of lists.
  const later = new Set(['search.js', 'list.js']);
  const files = readdirSync(folder).filter((file) => file.endsWith('.js') && !later.has(file));
  const sizes = files.map((file) => measure(minifyScript(file, readFileSync(join(folder, file), 'utf8'))));
  const all = sizes.reduce((sum, size) => sum + size, measure(await buildReadingScript()));
  expect(files).toContain('figure.js');
  expect(all).toBeLessThanOrEqual(8_000);
});

test('parts become one function that leaves no name behind', () => {
  const module = `import { a } from './a.js';\nexport function b() {\n  return ['https://a.cn', a];\n}\n`;
  expect(joinModules([module])).toBe("(() => {\n\nfunction b() {\n  return ['https://a.cn', a];\n}\n})();\n");
});
