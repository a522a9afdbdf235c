import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTables } from '../source/read-tables.ts';
import { openEngine } from './open-engine.ts';
import { profileColumns } from './profile-columns.ts';

test('a column is told by its empty cells, its ends, and twenty steps from one to the other', async () => {
  const root = await mkdtemp(join(tmpdir(), 'fupan-profile-'));
  await mkdir(join(root, 'data/r'), { recursive: true });
  const days = Array.from({ length: 40 }, (_, at) => {
    const day = new Date(Date.UTC(2026, 2, 1 + at)).toISOString().slice(0, 10);
    return `${day},${at === 7 ? '' : at},${at % 4 === 0 ? 'SEM' : '公众号'},u${at}`;
  });
  await writeFile(join(root, 'data/r/free.csv'), `day,n,channel,id\n${days.join('\n')}\n`);
  const { tables } = await readTables(root, 'r');
  const { engine } = await openEngine(tables, { zone: 'Asia/Shanghai' });
  const [table] = engine.tables;
  const [day, n, channel, id] = await profileColumns(engine, table!, table!.columns);
  engine.close();
  await rm(root, { recursive: true });
  // 40 days over 20 steps: two a step.
  expect(day).toMatchObject({ missing: 0, distinct: 40, min: '2026-03-01', max: '2026-04-09' });
  expect(day?.counts).toEqual(Array.from({ length: 20 }, () => 2));
  // 0…39 without 7, which is in the fourth step of 1.95.
  expect(n).toMatchObject({ missing: 1, distinct: 39, min: 0, max: 39 });
  expect(n?.counts.reduce((sum, count) => sum + count, 0)).toBe(39);
  expect(n?.counts[3]).toBe(1);
  expect(channel).toMatchObject({ distinct: 2, frequent: ['公众号', 'SEM'], counts: [30, 10] });
  // Ids have no shape.
  expect(id).toMatchObject({ distinct: 40, frequent: [], counts: [] });
});
