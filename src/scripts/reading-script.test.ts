/** What the script for readers is made of; the browser tests look at what it does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { joinScript } from './reading-script.ts';

const folder = join(import.meta.dirname, 'reading');
const source = readFileSync(join(import.meta.dirname, 'reading-script.ts'), 'utf8');
const imported = [...source.matchAll(/'\.\/reading\/(.+)\?raw'/g)].map(([, file]) => file!);
const script = joinScript(imported.map((file) => readFileSync(join(folder, file), 'utf8')));

test('every part is in the script', () => {
  expect([...imported].sort()).toEqual(readdirSync(folder).sort());
});

test('it is a classic script of at most 2 kB that asks for nothing', () => {
  expect(() => new Script(script)).not.toThrow();
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(2_048);
  expect(script).not.toMatch(
    /^\s*(import|export)\b|\bimport\(|\bfetch\b|XMLHttp|\beval\b|new Function|https?:/m,
  );
});

test('comments and indentation are left out, nothing else is', () => {
  const module = `
import { a } from './a.js';

/** Says it. */
export function b() {
  // Why.
  return ['https://a.cn', a];
}
`;
  expect(joinScript([module])).toBe("(() => {\nfunction b() {\nreturn ['https://a.cn', a];\n}\n})();\n");
});
