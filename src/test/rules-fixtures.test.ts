/** Every rule fires in some fixture; those between tables are run without firing in `rules-kept`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../checks/checks.ts';
import { dataRules } from '../checks/data/data-rules.ts';
import { buildCourse } from '../report/build-course.ts';
import { copyCourse, fixtures } from './copied-course.ts';

const folder = join(fixtures, 'problems');

test('every rule fires in a fixture', () => {
  const lists = readdirSync(folder).map((name) => readFileSync(join(folder, name, 'expected.txt'), 'utf8'));
  const fired = new Set(lists.flatMap((list) => list.split('\n').map((line) => line.split(' ').at(-1))));
  expect(Object.keys(rules).filter((rule) => !fired.has(rule))).toEqual([]);
});

test('every rule is asked of a sound report and finds nothing', async () => {
  const root = await copyCourse('base', 'problems/rules-kept');
  const { reports } = await buildCourse({ root });
  const checks = reports[0]?.book?.checks ?? [];
  expect(checks.map(({ id }) => id)).toEqual(Object.keys(dataRules));
  expect(checks.filter(({ found }) => found > 0)).toEqual([]);
});
