import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyCourse } from '../test/copied-course.ts';
import { buildCourse } from './build-course.ts';

test('what ends the building of a report ends no other', async () => {
  const root = await copyCourse('base');
  for (const folder of ['content/reports', 'data'])
    await cp(join(root, folder, 'r'), join(root, folder, 's'), { recursive: true });
  const parquet = join(import.meta.dirname, '../test/fixtures/intake/parquet/pay.parquet');
  await cp(parquet, join(root, 'data/s/pay.parquet'));
  // A file in the place of a folder: copies cannot be written there, and nobody has foreseen it.
  await writeFile(join(root, 'file'), '');
  const cache = { books: join(root, 'books'), drawings: join(root, 'drawings'), copies: join(root, 'file') };
  const { reports } = await buildCourse({ root, cache, downloads: join(root, 'downloads') });
  expect(
    reports.map(({ report, book, problems }) => [report, book !== undefined, problems.map(({ id }) => id)]),
  ).toEqual([
    ['r', true, []],
    ['s', false, ['report-failed']],
  ]);
  expect(reports[1]!.problems[0]!.place).toEqual({ file: 'content/reports/s/index.mdx' });
  expect(JSON.stringify(reports[1])).not.toContain(root);
});
