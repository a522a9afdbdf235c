/**
 * A fixture for each thing an author can do wrong: `fixtures/problems/<case>/` is laid over `fixtures/base/`, and
 * `expected.txt` in it lists every problem as `place severity id`. A missing list is written, except in CI.
 */
import { readdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { showPlace } from '../base/place.ts';
import { checkCourse } from '../check/run.ts';
import { settleCourse } from '../report/course.ts';
import { courseOf, fixtures } from './course-copy.ts';

const cases = readdirSync(join(fixtures, 'problems')).sort();

async function problemsOf(...layers: string[]): Promise<string> {
  const root = await courseOf(...layers);
  await rm(join(root, 'expected.txt'), { force: true });
  const settled = checkCourse(await settleCourse({ root }));
  const all = [...settled.problems, ...settled.reports.flatMap(({ problems }) => problems)];
  return all.map(({ place, severity, id }) => `${showPlace(place)} ${severity} ${id}\n`).join('');
}

test('the course under all fixtures has no problem', async () => {
  expect(await problemsOf('base')).toBe('');
});

describe('problems', () => {
  test.each(cases)('%s', async (name) => {
    const found = await problemsOf('base', `problems/${name}`);
    const file = join(fixtures, 'problems', name, 'expected.txt');
    const expected = await readFile(file, 'utf8').catch(() => undefined);
    if (expected === undefined && !process.env.CI) await writeFile(file, found);
    else expect(found).toBe(expected);
  });
});
