/** Every rule fires in some fixture; those between tables are run without firing in `rules-kept`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DataRuleId } from '../problems/rule-problems.ts';
import { buildCourse } from '../report/build-course.ts';
import { copyCourse, fixtures } from '../test/copied-course.ts';
import { rules } from './checks.ts';
import { dataRules } from './data/data-rules.ts';

const folder = join(fixtures, 'problems');

test('every rule fires in a fixture', () => {
  const lists = readdirSync(folder).map((name) => readFileSync(join(folder, name, 'expected.txt'), 'utf8'));
  const fired = new Set(lists.flatMap((list) => list.split('\n').map((line) => line.split(' ').at(-1))));
  expect(Object.keys(rules).filter((rule) => !fired.has(rule))).toEqual([]);
});

test('every rule between tables runs over the sound report `rules-kept` and finds nothing', async () => {
  const root = await copyCourse('base', 'problems/rules-kept');
  const { reports } = await buildCourse({ root });
  const checks = reports[0]?.book?.checks ?? [];
  const run = new Set(checks.map(({ id }) => id));
  // The report lacks a table or a column that the rule needs.
  expect(Object.keys(dataRules).filter((rule) => !run.has(rule as DataRuleId))).toEqual([]);
  expect(checks.filter(({ found }) => found > 0)).toEqual([]);
});
