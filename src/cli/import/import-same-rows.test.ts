/** A file that is dropped in and one that is imported give the same rows, with the same types. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEngine } from '../../data/open-engine.ts';
import { readTables } from '../../source/read-tables.ts';
import { copyCourse, fixtures, runFupan } from '../../test/copied-course.ts';

/** Fixtures of the intake that say nothing in tables.yaml, by what they try. */
const cases = [
  'date-months',
  'date-order-of-a-sibling',
  'export-of-alipay',
  'ids-as-text',
  'ids-in-json',
  'ids-in-yaml',
  'ids-shortened-by-excel',
  'instant-day-and-time',
  'number-missing-words',
  'number-percent-beside-plain',
  'number-percent-in-header',
  'padded-cells',
  'separator-blanks',
  'separator-pipe',
  'text-like-numbers',
  'text-of-dashes',
  'time-by-header',
  'xlsx-date-serials',
  'xlsx-durations',
  'xlsx-long-numbers',
  'xlsx-padded-cells',
  'xlsx-percent-cells',
  'xlsx-texts-as-numbers',
];

async function listTables(root: string) {
  const { tables } = await readTables(root, 'r');
  const { engine } = await openEngine(tables, { zone: 'Asia/Shanghai' });
  const found = [];
  for (const { name, columns } of engine.tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const { rows } = await engine.query(`select * from "${name}"`);
    const types = columns.map((column) => `${column.name} ${column.type} ${column.unit}`);
    found.push({ name, types, rows: rows.map((row) => Object.values(row)) });
  }
  engine.close();
  return found;
}

test.each(cases)('%s', { timeout: 60_000 }, async (name) => {
  const folder = join(fixtures, 'intake', name);
  const files = (await readdir(folder)).filter((file) => file !== 'expected.txt');
  expect(files).not.toContain('tables.yaml');
  const dropped = await mkdtemp(join(tmpdir(), 'fupan-test-'));
  onTestFinished(() => rm(dropped, { recursive: true, force: true }));
  await cp(folder, join(dropped, 'data/r'), { recursive: true });
  await rm(join(dropped, 'data/r/expected.txt'));
  const root = await copyCourse('base');
  await rm(join(root, 'data/r'), { recursive: true });
  const typed = files.map((file) => join(folder, file));
  const { code, out, err } = await runFupan(['import', ...typed, '--report', 'r', '--root', root]);
  expect(code, out + err).toBe(0);
  expect(await listTables(root)).toEqual(await listTables(dropped));
});
