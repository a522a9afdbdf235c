import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type PayloadCourse, writePayloadCourse } from './payload-course.ts';

export interface PayloadFolder extends PayloadCourse {
  root: string;
  remove: () => Promise<void>;
}

/** The course of payloads in a temporary folder. */
export async function createPayloadFolder(): Promise<PayloadFolder> {
  const root = await mkdtemp(join(tmpdir(), 'fupan-payloads-'));
  const course = writePayloadCourse();
  for (const [file, content] of Object.entries(course.files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), content);
  }
  return { ...course, root, remove: () => rm(root, { recursive: true, force: true }) };
}
