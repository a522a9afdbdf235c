import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ExistingError, writeSimulated } from './simulate.ts';
import { TooFewError } from './world/making.ts';

let out = '';
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'fupan-write-'));
});
afterEach(() => rm(out, { recursive: true, force: true }));

const text = (file: string) => readFile(join(out, 'data/team-1', file), 'utf8');
const write = (given: object) =>
  writeSimulated({ report: 'team-1', world: 'community-lab', seed: 3, out, ...given });

test('what a team has stays, unless it is the same or forced', { timeout: 60_000 }, async () => {
  await write({});
  const users = await text('users.csv');
  await write({});
  await expect(write({ seed: 4 })).rejects.toThrow(ExistingError);
  expect(await text('users.csv')).toBe(users);
  await write({ seed: 4, force: true });
  expect(await text('users.csv')).not.toBe(users);
  await expect(write({ scale: 5 })).rejects.toThrow(ExistingError);
});

test('a table is there once: as Parquet or as CSV', { timeout: 60_000 }, async () => {
  await write({});
  await writeFile(join(out, 'data/team-1/users.parquet'), 'a large one');
  await expect(write({})).rejects.toThrow(ExistingError);
  await write({ force: true });
  await expect(stat(join(out, 'data/team-1/users.parquet'))).rejects.toThrow();
});

test('the title of every file says that it is simulated; a team may write its own', async () => {
  const files = await write({});
  const titles = parse(await text('tables.yaml')) as Record<string, { title: string }>;
  const data = files.map(({ file }) => file.split('/').at(-1)!).filter((file) => file.endsWith('.csv'));
  expect(Object.keys(titles).sort()).toEqual(data.sort());
  for (const { title } of Object.values(titles)) expect(title).toMatch(/ \(simulated\)$/);
  await writeFile(join(out, 'data/team-1/tables.yaml'), '# ours');
  await write({});
  expect(await text('tables.yaml')).toBe('# ours');
});

test('a world in which more people pay than come is refused before anything is written', async () => {
  const set = ['windows.0.visitors=20'];
  await expect(write({ set })).rejects.toThrow(TooFewError);
  await expect(write({ set, scale: 5 })).rejects.toThrow(TooFewError);
  await expect(stat(join(out, 'data'))).rejects.toThrow();
});
