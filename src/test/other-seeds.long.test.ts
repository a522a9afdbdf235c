/**
 * The demo reports over other data: their text is not tied to one seed. The noise changes and the report stays free
 * of errors; where the signs are turned, its verdicts turn.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkCourse } from '../check/run.ts';
import { chaptersOf, nodesOf } from '../check/walk.ts';
import { packageDir } from '../cli/work-folders.ts';
import type { Book } from '../report/book.ts';
import { settleCourse } from '../report/course.ts';
import { type SimulateOptions, writeSimulated } from '../simulate/simulate.ts';

interface Settled {
  book: Book;
  /** Errors and warnings, as `id`. */
  faults: string[];
}

/** The demo's text over data made with these options. */
async function settledWith(options: SimulateOptions): Promise<Settled> {
  const root = await mkdtemp(join(tmpdir(), 'fupan-seeds-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await cp(join(packageDir, 'content'), join(root, 'content'), { recursive: true });
  await cp(join(packageDir, 'data', options.report), join(root, 'data', options.report), { recursive: true });
  await writeSimulated({ ...options, force: true, out: root });
  const course = checkCourse(await settleCourse({ root, only: options.report }));
  const report = course.reports[0]!;
  const faults = report.problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return {
    book: report.book!,
    faults: faults.map(({ id, place }) => `${id} ${place.file}:${place.line ?? ''}`),
  };
}

/** Tones of the verdicts on a value, in the order of the text. */
function tones(book: Book, name: string): string[] {
  const nodes = chaptersOf(book, '').flatMap((chapter) => [...nodesOf(chapter)]);
  return nodes.flatMap((node) => (node.type === 'verdict' && node.name === name ? [node.tone] : []));
}

const slow = { timeout: 280_000 };

test.each([7, 2027])('growth-lab with seed %i has no fault and the same signs', slow, async (seed) => {
  const { book, faults } = await settledWith({ report: 'growth-lab', seed });
  expect(faults).toEqual([]);
  expect(new Set(tones(book, '新增用户'))).toEqual(new Set(['good']));
  expect(new Set(tones(book, '服务工单48小时闭环率'))).toEqual(new Set(['bad']));
});

test('growth-lab with its signs turned says so', slow, async () => {
  const { book, faults } = await settledWith({
    report: 'growth-lab',
    seed: 7,
    set: ['goals.新增用户=missed', 'search=sem'],
  });
  expect(faults).toEqual([]);
  expect(new Set(tones(book, '新增用户'))).toEqual(new Set(['bad']));
  expect(new Set(tones(book, '自然搜索获客成本'))).toEqual(new Set(['bad']));
});

test('search-lab with another seed has no fault and still misses its goal', slow, async () => {
  const { book, faults } = await settledWith({ report: 'search-lab', seed: 5 });
  expect(faults).toEqual([]);
  expect(new Set(tones(book, '新增用户'))).toEqual(new Set(['bad']));
});
