import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyCourse, fixtures } from '../test/copied-course.ts';
import { buildCourse } from './build-course.ts';

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
    /0\.5 秒处理器时间.*最费时的：“无尽”\d+\.\d 秒（data\/r\/metrics\.yaml:2:1）；“/,
  );
  expect(told!.what.en).toMatch(/Dearest: “无尽” \d+\.\d s \(data\/r\/metrics\.yaml:2:1\);/);
  expect(told!.what.en.match(/ s \(/g)!.length).toBeLessThanOrEqual(3);
  expect(['r', 's'].map((report) => existsSync(join(root, `books/${report}.json`)))).toEqual([false, true]);
});
