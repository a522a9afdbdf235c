/** What a build asks the engine after an edit. */
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { LockedEngine } from '../data/locked-engine.ts';
import { copyCourse } from '../test/copied-course.ts';
import { buildCourse } from './build-course.ts';

const query = vi.spyOn(LockedEngine.prototype, 'query');
afterEach(() => query.mockClear());

async function build(root: string) {
  const cache = {
    books: join(root, 'books'),
    drawings: join(root, 'drawings'),
    answers: join(root, 'answers'),
  };
  query.mockClear();
  const { reports } = await buildCourse({ root, cache, downloads: join(root, 'downloads') });
  return { ...reports[0]!, asked: query.mock.calls.length };
}

test('a paragraph asks nothing, and the book is that of a build from nothing', async () => {
  const root = await copyCourse('base');
  const chapter = join(root, 'content/reports/r/01-base.mdx');
  const first = await build(root);
  expect(first.asked).toBeGreaterThan(5);
  await appendFile(chapter, '\n又一段。\n');
  const second = await build(root);
  expect(second.asked).toBe(0);
  const { reports } = await buildCourse({ root });
  expect({ book: second.book, problems: second.problems }).toEqual({
    book: { ...reports[0]!.book!, datasets: second.book!.datasets },
    problems: reports[0]!.problems,
  });
});

test('a cell asks all anew, and one formula what it needs', async () => {
  const root = await copyCourse('base');
  const first = await build(root);
  const table = join(root, 'data/r/visits.csv');
  await writeFile(table, `${(await readFile(table, 'utf8')).trimEnd().replace(/\d+$/, '777')}\n`);
  const second = await build(root);
  expect(second.asked).toBe(first.asked);
  expect(second.book!.values).not.toEqual(first.book!.values);
});
