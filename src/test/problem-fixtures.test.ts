/**
 * A fixture for each thing an author can do wrong: `fixtures/problems/<case>/` is laid over `fixtures/base/`, and
 * `expected.txt` in it lists every problem as `place severity id`. A missing list is written, except in CI.
 */
import { readdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import { checkCourse } from '../checks/checks.ts';
import { buildCourse } from '../report/build-course.ts';
import { copyCourse, fixtures } from './copied-course.ts';

const cases = readdirSync(join(fixtures, 'problems')).sort();

async function listProblems(...layers: string[]): Promise<string> {
  const root = await copyCourse(...layers);
  await rm(join(root, 'expected.txt'), { force: true });
  const course = checkCourse(await buildCourse({ root }));
  const all = [...course.problems, ...course.reports.flatMap(({ problems }) => problems)];
  return all.map(({ place, severity, id }) => `${formatPlace(place)} ${severity} ${id}\n`).join('');
}

test('the course under all fixtures has no problem', async () => {
  expect(await listProblems('base')).toBe('');
});

describe('problems', () => {
  test.each(cases)('%s', async (name) => {
    const found = await listProblems('base', `problems/${name}`);
    const file = join(fixtures, 'problems', name, 'expected.txt');
    const expected = await readFile(file, 'utf8').catch(() => undefined);
    if (expected === undefined && !process.env.CI) await writeFile(file, found);
    else expect(found).toBe(expected);
  });
});
