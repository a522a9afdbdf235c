import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageDir } from '../workspace/work-folders.ts';
import { buildJsonSchemas, schemaFolder } from './schemas.ts';

test.each(Object.entries(buildJsonSchemas()))(
  '%s in the repository is current (npm run schemas)',
  async (name, text) => {
    expect(await readFile(join(packageDir, schemaFolder, name), 'utf8')).toBe(text);
  },
);

test('every schema that the editor settings name is there', async () => {
  const settings = await readFile(join(packageDir, '.vscode/settings.json'), 'utf8');
  const named = [...settings.matchAll(/"\.vscode\/schemas\/([^"]+)"/g)].map((match) => match[1]);
  expect(named.length).toBeGreaterThan(0);
  expect(Object.keys(buildJsonSchemas())).toEqual(expect.arrayContaining(named));
});
