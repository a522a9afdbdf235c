/** A course builds wherever it lies and wherever one stands, and builds side by side do not meet. */
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageDir } from '../cli/workspace/work-folders.ts';
import { fixtures, readSite, runFupan } from './copied-course.ts';

const minutes = 150_000;
let parent: string;

/** A course in a folder of that name, which holds nothing but content and data. */
async function createCourse(name: string): Promise<string> {
  const root = join(parent, name);
  await cp(join(fixtures, 'sound'), root, { recursive: true });
  return root;
}

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'fupan-roots-'));
});
afterAll(() => rm(parent, { recursive: true, force: true }));

test('from any folder the same bytes, and nothing is left but in the course', {
  timeout: 8 * minutes,
}, async () => {
  const before = await readdir(packageDir);
  // Its name begins as that of the package does, as if it lay in it.
  const sibling = join(parent, `${basename(packageDir)}-course`);
  await mkdir(sibling);
  const sites: Map<string, string>[] = [];
  for (const cwd of ['/', dirname(packageDir), sibling, packageDir]) {
    const root = await createCourse(`course-${sites.length}`);
    const { code, out, err } = await runFupan(['build', '--root', root], {}, cwd);
    expect({ code, cwd }, out + err).toEqual({ code: 0, cwd });
    sites.push(await readSite(root));
  }
  for (const site of sites) expect(site).toEqual(sites[0]);
  expect(await readdir(sibling)).toEqual([]);
  expect(await readdir(packageDir)).toEqual(before);
});

test('two courses at once are both sound', { timeout: 4 * minutes }, async () => {
  const roots = await Promise.all(['left', 'right'].map(createCourse));
  const built = await Promise.all(roots.map((root) => runFupan(['build', '--root', root], {}, '/')));
  for (const { code, out, err } of built) expect(code, out + err).toBe(0);
  const [left, right] = await Promise.all(roots.map(readSite));
  expect(left).toEqual(right);
});
