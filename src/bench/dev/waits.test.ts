import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeScratch, removeScratch, writeInside } from '../../files/door.ts';
import { EditedCourse } from './edited-course.ts';
import { formatWaits, summarizeWaits } from './waits.ts';

test('of twenty waits the longest but one is what 19 of 20 do not exceed', () => {
  const waits = summarizeWaits(Array.from({ length: 20 }, (_, i) => (20 - i) / 10));
  expect(waits).toEqual({ p50: 1, p95: 1.9, most: 2 });
  expect(formatWaits(waits, 2)).toBe('p50 1.00 s (0.50×), p95 1.90 s (0.95×), at most 2.00 s (1.00×)');
});

test('an edit changes one sentence or one number, and says what the page will show', async () => {
  const root = makeScratch();
  await writeInside(root, 'a.mdx', '正文。\n');
  await writeInside(root, 't.csv', 'day,n\n1,1000\n2,20\n3,5\n');
  const course = await EditedCourse.open(root, {
    chapter: 'a.mdx',
    page: 'a.html',
    table: 't.csv',
    column: 'n',
    rows: 2,
  });
  const sentence = await course.saveSentence(4);
  expect(await readFile(join(root, 'a.mdx'), 'utf8')).toBe(`正文。\n\n${sentence}\n`);
  expect(await course.saveNumber(7)).toBe('>1,027 ');
  expect(await readFile(join(root, 't.csv'), 'utf8')).toBe('day,n\n1,1007\n2,20\n3,5\n');
  removeScratch(root);
});
