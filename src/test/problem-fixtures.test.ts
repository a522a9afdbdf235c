/**
 * A fixture for each thing an author can do wrong: `fixtures/problems/<case>/` is laid over `fixtures/base/`, and
 * `expected.txt` in it lists every problem as `place severity id`. A missing list is written, except in CI.
 */
import { readdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { checkCourse } from '../checks/checks.ts';
import { readPublishedNumbers } from '../cli/workspace/former-numbers.ts';

import { rightLines } from '../problems/right-lines.ts';
import { buildCourse } from '../report/build-course.ts';
import { copyCourse, fixtures } from './copied-course.ts';
import { type FoundExample, formatExamples, pickExamples, readExamples } from './problem-examples.ts';

const examples: FoundExample[] = [];
let ran = 0;
const cases = readdirSync(join(fixtures, 'problems')).sort();

async function findProblems(...layers: string[]): Promise<{ root: string; all: Problem[] }> {
  const root = await copyCourse(...layers);
  await rm(join(root, 'expected.txt'), { force: true });
  const built = await buildCourse({ root });
  const names = built.reports.map(({ report }) => report);
  const course = checkCourse(built, new Map(), await readPublishedNumbers(root, names));
  return { root, all: [...course.problems, ...course.reports.flatMap(({ problems }) => problems)] };
}

const listProblems = (all: readonly Problem[]): string =>
  all.map(({ place, severity, id }) => `${formatPlace(place)} ${severity} ${id}\n`).join('');

test('the course under all fixtures has no problem', async () => {
  expect(listProblems((await findProblems('base')).all)).toBe('');
});

describe('problems', () => {
  test.each(cases)('%s', async (name) => {
    const { root, all } = await findProblems('base', `problems/${name}`);
    examples.push(...(await readExamples(root, name, all)));
    ran++;
    const found = listProblems(all);
    const file = join(fixtures, 'problems', name, 'expected.txt');
    const expected = await readFile(file, 'utf8').catch(() => undefined);
    if (expected === undefined && !process.env.CI) await writeFile(file, found);
    else expect(found).toBe(expected);
  });
});

const generated = fileURLToPath(new URL('../problems/problem-examples.generated.ts', import.meta.url));

/** The guide shows them; a missing file is written, except in CI. Only a run of all cases knows them all. */
test('the examples of the guide are what the fixtures give', async (context) => {
  if (ran < cases.length) context.skip();
  const text = formatExamples(examples);
  const written = await readFile(generated, 'utf8').catch(() => undefined);
  if (written === undefined && !process.env.CI) await writeFile(generated, text);
  else expect(text).toBe(written);
});

test.each(Object.entries(rightLines))(
  '%s: the line that the guide calls right has no such problem',
  async (id, right) => {
    const wrong = pickExamples(examples).get(id);
    if (ran < cases.length) return;
    if (!wrong || wrong.wrong === '') throw new Error('no line is wrong');
    const root = await copyCourse('base', `problems/${wrong.case}`);
    await replaceLine(join(root, wrong.file), wrong, right);
    const { reports, problems } = checkCourse(await buildCourse({ root }));
    const all = [...problems, ...reports.flatMap((report) => report.problems)];
    const last = wrong.line + right.split('\n').length - 1;
    const isAmong = (line: number) => line >= wrong.line && line <= last;
    const near = all.filter(({ place }) => place.file === wrong.file && isAmong(place.line ?? 0));
    const told = near.filter((one) => one.id === id || one.severity === 'error');
    expect(told.map(({ what }) => what.zh)).toEqual([]);
  },
);

async function replaceLine(file: string, { line, wrong }: FoundExample, right: string): Promise<void> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  lines[line - 1] = lines[line - 1]!.replace(wrong, () => right);
  await writeFile(file, lines.join('\n'));
}
