import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { courseOf } from '../test/course-copy.ts';
import { settleCourse } from './course.ts';

test('a dataset knows size and SHA-256 of the file that is downloaded', async () => {
  const root = await courseOf('base');
  const { reports } = await settleCourse({ root, downloads: join(root, 'downloads') });
  const [visits] = reports[0]?.book?.datasets ?? [];
  const bytes = await readFile(join(root, 'downloads/r/visits.csv'));
  expect(visits?.download).toEqual({
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
});
