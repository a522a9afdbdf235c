import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ExistingFilesError, writeSimulated } from './simulation.ts';
import { TooFewPeopleError } from './world/world-context.ts';

let out = '';
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'fupan-write-'));
});
afterEach(() => rm(out, { recursive: true, force: true }));

const readText = (file: string) => readFile(join(out, 'data/team-1', file), 'utf8');
const writeTeam = (given: object) =>
  writeSimulated({ report: 'team-1', world: 'community-lab', seed: 3, out, ...given });

test('what a team has stays, unless it is the same or forced', { timeout: 60_000 }, async () => {
  await writeTeam({});
  const users = await readText('users.csv');
  await writeTeam({});
  await expect(writeTeam({ seed: 4 })).rejects.toThrow(ExistingFilesError);
  expect(await readText('users.csv')).toBe(users);
  await writeTeam({ seed: 4, force: true });
  expect(await readText('users.csv')).not.toBe(users);
  await expect(writeTeam({ scale: 5 })).rejects.toThrow(ExistingFilesError);
});

test('a key stays too, unless it is the same or forced', { timeout: 60_000 }, async () => {
  await writeTeam({});
  const readKey = () => readFile(join(out, 'out/keys/team-1.yaml'), 'utf8');
  const key = await readKey();
  // The data have been handed out; the key is still the only one to them.
  await rm(join(out, 'data'), { recursive: true });
  for (const other of [{ seed: 4 }, { scale: 5 }]) {
    await expect(writeTeam(other)).rejects.toThrow(
      expect.objectContaining({ files: ['out/keys/team-1.yaml'] }) as ExistingFilesError,
    );
  }
  await writeTeam({});
  expect(await readKey()).toBe(key);
  await writeTeam({ seed: 4, force: true });
  expect(await readKey()).not.toBe(key);
});

test('a table is there once: as Parquet or as CSV', { timeout: 60_000 }, async () => {
  await writeTeam({});
  await writeFile(join(out, 'data/team-1/users.parquet'), 'a large one');
  await expect(writeTeam({})).rejects.toThrow(ExistingFilesError);
  await writeTeam({ force: true });
  await expect(stat(join(out, 'data/team-1/users.parquet'))).rejects.toThrow();
});

test('the title of every file says that it is simulated; a team may write its own', async () => {
  const files = await writeTeam({});
  const titles = parse(await readText('tables.yaml')) as Record<string, { title: string }>;
  const data = files.map(({ file }) => file.split('/').at(-1)!).filter((file) => file.endsWith('.csv'));
  expect(Object.keys(titles).sort()).toEqual(data.sort());
  for (const { title } of Object.values(titles)) expect(title).toMatch(/ \(simulated\)$/);
  await writeFile(join(out, 'data/team-1/tables.yaml'), '# ours');
  await writeTeam({});
  expect(await readText('tables.yaml')).toBe('# ours');
});

test('a world in which more people pay than come is refused before anything is written', async () => {
  const set = ['windows.0.visitors=20'];
  await expect(writeTeam({ set })).rejects.toThrow(TooFewPeopleError);
  await expect(writeTeam({ set, scale: 5 })).rejects.toThrow(TooFewPeopleError);
  await expect(stat(join(out, 'data'))).rejects.toThrow();
});
