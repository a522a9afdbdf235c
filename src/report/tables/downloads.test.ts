import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyCourse } from '../../test/copied-course.ts';
import { buildCourse } from '../build-course.ts';

test('a dataset knows size and SHA-256 of the file that is downloaded', async () => {
  const root = await copyCourse('base');
  const { reports } = await buildCourse({ root, downloads: join(root, 'downloads') });
  const [visits] = reports[0]?.book?.datasets ?? [];
  const bytes = await readFile(join(root, 'downloads/r/visits.csv'));
  expect(visits?.download).toEqual({
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
});
