import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Spending } from '../base/limits/spending.ts';
import type { ReportSource } from '../source/read-course.ts';
import { copyCourse, fixtures } from '../test/copied-course.ts';
import { buildCourse } from './build-course.ts';
import { createSpentProblem } from './spent-report.ts';

test('a report that takes more than it may is ended with its dearest three, alone, and is not kept', async () => {
  const root = await copyCourse('base', 'problems/report-too-slow');
  for (const folder of ['content/reports', 'data'])
    await cp(join(fixtures, 'base', folder, 'r'), join(root, folder, 's'), { recursive: true });
  const cache = { books: join(root, 'books'), drawings: join(root, 'drawings') };
  const options = { root, cache, downloads: join(root, 'downloads') };
  const { reports } = await buildCourse(options);
  expect(reports.map(({ book, problems }) => [book !== undefined, problems.map(({ id }) => id)])).toEqual([
    [false, ['report-too-slow']],
    [true, []],
  ]);
  const [told] = reports[0]!.problems;
  expect(told!.place).toEqual({ file: 'data/r/metrics.yaml', line: 2, column: 1 });
  expect(told!.what.zh).toMatch(
    /0\.5 秒处理器时间.*最费时的：“无尽”\d+\.\d 秒（data\/r\/metrics\.yaml:2:1）/,
  );
  expect(told!.what.en).toMatch(/Dearest: “无尽” \d+\.\d s \(data\/r\/metrics\.yaml:2:1\)/);
  expect(['r', 's'].map((report) => existsSync(join(root, `books/${report}.json`)))).toEqual([false, true]);
});

test('the dearest three are told, the dearest first and at its place', () => {
  const file = (name: string) => ({ name: { zh: name, en: name }, place: { file: name } });
  const spending = new Spending(2, file('rest'));
  const pay = (name: string, seconds: number) =>
    spending.attribute(file(name), () => spending.openAccount()).pay(seconds * 1000);
  for (const [name, seconds] of Object.entries({ a: 0.2, b: 0.3, c: 0.1, d: 1.44 })) pay(name, seconds);
  const { place, what } = createSpentProblem(spending, { folder: 'content/reports/r' } as ReportSource);
  expect(place).toEqual({ file: 'd' });
  expect(what.zh).toContain('最费时的：“d”1.4 秒（d）；“b”0.3 秒（b）；“a”0.2 秒（a）。');
  expect(what.en).toContain('“d” 1.4 s (d); “b” 0.3 s (b); “a” 0.2 s (a).');
});
