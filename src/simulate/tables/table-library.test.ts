import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pickTables } from './table-library.ts';

/** One report only names them its own. */
const variants = ['keyword_spend'];

test('every file of the folder is in the library, by its name', () => {
  const files = readdirSync(import.meta.dirname).flatMap((name) => /^(.+)-table\.ts$/.exec(name)?.[1] ?? []);
  const names = files.filter((name) => name !== 'simulated').map((name) => name.replaceAll('-', '_'));
  const library = Object.keys(pickTables('all', {}));
  expect(library).toEqual(names.filter((name) => !variants.includes(name)).sort());
});

test('tables come in alphabetical order, and a report may have a table of its own for one of the library', () => {
  const own = { columns: ['a'], rows: () => [] };
  const tables = pickTables(['users', 'goals'], { lessons: own, goals: own });
  expect(Object.keys(tables)).toEqual(['goals', 'lessons', 'users']);
  expect(tables.goals).toBe(own);
});
