import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** For tests: a course in a temporary folder with the data files of report `r`; returns its root. */
export async function testCourse(files: Record<string, string | Uint8Array>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'fupan-test-'));
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, 'data/r', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return root;
}

/** Removes what `testCourse` made. */
export async function removeCourse(root: string): Promise<void> {
  await rm(root, { recursive: true, force: true });
}
