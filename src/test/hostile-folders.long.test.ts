/** Folders that commands write to, in a course handed in: links in them are refused, and a `.fupan` made elsewhere is emptied. */
import { existsSync, lstatSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { copyCourse, runFupan } from './copied-course.ts';

/** A course, and beside it a folder that it has no business with. */
async function createCourse(): Promise<{ root: string; victim: string }> {
  const [root, victim] = [await copyCourse('base'), await copyCourse()];
  for (const name of ['a.mdx', 'visits.csv']) await writeFile(join(victim, name), 'theirs\n');
  return { root, victim };
}

const isUntouched = async (victim: string) =>
  (await readdir(victim)).sort().join() === 'a.mdx,visits.csv' &&
  (await readFile(join(victim, 'visits.csv'), 'utf8')) === 'theirs\n';

const onUnix = process.platform !== 'win32';

describe.runIf(onUnix)('folders that commands write to', () => {
  const links = [
    '.fupan',
    '.fupan/out',
    '.fupan/astro',
    '.fupan/astro/server',
    '.fupan/build.lock',
    'dist',
    'dist/reports',
  ];
  test.each(links)('build refuses %s that is a link', async (name) => {
    const { root, victim } = await createCourse();
    await mkdir(dirname(join(root, name)), { recursive: true });
    await symlink(victim, join(root, name), 'junction');
    const { code, err } = await runFupan(['build', '--root', root]);
    expect(code).toBe(1);
    expect(err).toContain(`${join(root, name)}”是一个链接`);
    expect(await isUntouched(victim)).toBe(true);
    expect(lstatSync(join(root, name)).isSymbolicLink()).toBe(true);
  });

  test.each([
    ['pdf', 'out', []],
    ['simulate', 'out', []],
    ['simulate', 'data/r', ['--force']],
    ['import', 'data/r', ['--force']],
    ['schemas', '.vscode', []],
  ] as const)('%s refuses %s that is a link', async (command, name, options) => {
    const { root, victim } = await createCourse();
    await rm(join(root, name), { recursive: true, force: true });
    await symlink(victim, join(root, name), 'junction');
    await writeFile(join(root, 'more.csv'), '甲,乙\n1,2\n');
    const files = command === 'import' ? [join(root, 'more.csv'), '--report', 'r'] : [];
    const report = command === 'simulate' ? ['r'] : [];
    const { code, err } = await runFupan([command, ...files, ...report, ...options, '--root', root]);
    expect(code).toBe(1);
    expect(err).toContain(`${join(root, name)}”是一个链接`);
    expect(await isUntouched(victim)).toBe(true);
  });

  test('a .fupan that came with the course is emptied: nothing in it is run, read or printed', async () => {
    const { root } = await createCourse();
    const ran = join(root, 'ran');
    const run = `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')`;
    for (const [file, text] of [
      ['.fupan/astro/postcss.config.cjs', run],
      ['postcss.config.cjs', run],
      ['.fupan/astro/tsconfig.json', '{"compilerOptions":{"paths":{"*":["./x.mjs"]}}}'],
      ['.fupan/made-here', '1 2 3\n'],
    ] as const) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
    const { code } = await runFupan(['build', '--root', root]);
    expect(code).toBe(0);
    expect(existsSync(ran)).toBe(false);
    expect(existsSync(join(root, '.fupan/astro/postcss.config.cjs'))).toBe(false);
    const kept = await readFile(join(root, '.fupan/made-here'), 'utf8');
    await writeFile(join(root, '.fupan/own'), '');
    expect((await runFupan(['build', '--root', root])).code).toBe(0);
    expect(existsSync(join(root, '.fupan/own'))).toBe(true);
    expect(await readFile(join(root, '.fupan/made-here'), 'utf8')).toBe(kept);
  });
});
