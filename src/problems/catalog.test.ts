import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog } from './catalog.ts';

test('no two files of texts give a problem the same name: one would hide the other', async () => {
  const folder = new URL('texts/', import.meta.url);
  const files = readdirSync(folder).filter((file) => !file.endsWith('.test.ts'));
  const modules: object[] = await Promise.all(files.map((file) => import(new URL(file, folder).href)));
  const ids = modules.flatMap((module) =>
    Object.values(module).flatMap((texts: object) => Object.keys(texts)),
  );
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.length).toBeGreaterThan(Object.keys(catalog).length / 2);
});
