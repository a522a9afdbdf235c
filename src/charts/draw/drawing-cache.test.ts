import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DrawingCache } from './drawing-cache.ts';

test('the same chart drawn for many reports at once is kept once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fupan-drawings-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const drawing = { svg: '<svg/>'.repeat(10_000) } as Parameters<DrawingCache['write']>[0];
  const writers = Array.from({ length: 20 }, () => new DrawingCache(folder, '{}').write(drawing));
  await Promise.all(writers);
  expect(new DrawingCache(folder, '{}').read()).toEqual(drawing);
  const [first] = await readdir(folder);
  expect(await readdir(join(folder, first!))).toHaveLength(1);
});
