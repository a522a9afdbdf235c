import { expect, test } from 'vitest';
import { makeScratch, removeScratch } from '../../files/door.ts';
import { buildCourse } from '../../report/build-course.ts';
import { chartsPerReport, listReports, writeCorpus } from './corpus.ts';

async function listDrawings(reports: number, repeats: boolean): Promise<string[]> {
  const root = makeScratch();
  try {
    await writeCorpus(root, { reports, repeats });
    const built = await buildCourse({ root });
    expect([...built.problems, ...built.reports.flatMap(({ problems }) => problems)]).toEqual([]);
    expect(built.reports.map(({ report }) => report)).toEqual(listReports(reports));
    return built.reports.flatMap(({ book }) => book!.figures.map(({ spec }) => spec));
  } finally {
    removeScratch(root);
  }
}

test('a course to be measured is sound, and no two charts of it are alike', async () => {
  const drawings = await listDrawings(2, false);
  expect(drawings).toHaveLength(2 * chartsPerReport);
  expect(new Set(drawings).size).toBe(2 * chartsPerReport);
});

test('with repeats all chapters of all reports show the same four', async () => {
  const drawings = await listDrawings(2, true);
  expect(drawings).toHaveLength(2 * chartsPerReport);
  expect(new Set(drawings).size).toBe(4);
});
