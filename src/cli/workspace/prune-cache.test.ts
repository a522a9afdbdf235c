import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listFiles } from '../../test/copied-course.ts';
import { pruneCache } from './prune-cache.ts';

const now = Date.UTC(2026, 10, 30);

test('what was made long ago goes, once a day, and the rest stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fupan-prune-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const put = async (name: string, days: number) => {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '');
    const time = new Date(now - days * 86_400_000);
    await utimes(file, time, time);
    await utimes(dirname(file), time, time);
  };
  await put('drawings/ab/old.json', 61);
  await put('drawings/ab/new.json', 59);
  await put('code/v26/old', 61);
  await put('code/v26/new', 59);
  await put('pages/old/server/a.mjs', 61);
  await utimes(join(folder, 'pages/old'), new Date(0), new Date(now - 61 * 86_400_000));
  await put('pages/old.json', 61);
  await put('pages/new.json', 59);
  await put('courses/old/books/r.json', 200);
  await put('courses/new/books/r.json', 100);
  await pruneCache(folder, now);
  expect(await listFiles(folder)).toEqual([
    'code/v26/new',
    'courses/new/books/r.json',
    'drawings/ab/new.json',
    'pages/new.json',
    'pruned',
  ]);
  await put('drawings/ab/old.json', 61);
  await put('pruned', 0.5);
  await pruneCache(folder, now);
  expect(await listFiles(folder)).toContain('drawings/ab/old.json');
});
