import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { copyCourse } from '../../test/copied-course.ts';
import { buildCourse } from '../build-course.ts';

test('an english report describes the columns of known tables in english, units too', async () => {
  const root = await copyCourse('base');
  const index = join(root, 'content/reports/r/index.mdx');
  const text = await readFile(index, 'utf8');
  await writeFile(index, text.replace(/^language:.*\n/m, '').replace('---\n', '---\nlanguage: en\n'));
  const traffic = join(root, 'data/r/traffic.csv');
  await mkdir(dirname(traffic), { recursive: true });
  await writeFile(traffic, 'date,source,medium,sessions,users\n2026-03-02,search,organic,3,2\n');
  const { reports } = await buildCourse({ root });
  const table = reports[0]?.book?.datasets.find(({ name }) => name === 'traffic');
  expect(table?.columns.map(({ label, unit, description }) => [label, unit, description]).at(3)).toEqual([
    'Sessions',
    '',
    'Sessions',
  ]);
  expect(JSON.stringify(table?.columns)).not.toMatch(/\p{Script=Han}/u);
});

test('a dataset knows size and SHA-256 of the file that is downloaded', async () => {
  const root = await copyCourse('base');
  const { reports } = await buildCourse({ root, downloads: join(root, 'downloads') });
  const [visits] = reports[0]?.book?.datasets ?? [];
  const bytes = await readFile(join(root, 'downloads/r/visits.csv'));
  expect(visits?.download).toEqual({
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    guarded: 0,
  });
});
