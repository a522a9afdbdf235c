import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quoteArgument } from '../cli/command-line.ts';
import { packageDir } from '../cli/workspace/work-folders.ts';
import { copyCourse, listFiles, runFupan } from './copied-course.ts';
import { buildDemo, type DemoBuild } from './demo-build.ts';
import { findCommands, runShell } from './run-shell.ts';

/** A minute as long as it can get on a machine that others use too. */
const slowMinute = 150_000;

describe('the demo course built twice', () => {
  let one: DemoBuild;
  let two: DemoBuild;

  beforeAll(async () => {
    one = await buildDemo({ TZ: 'Asia/Shanghai' });
    two = await buildDemo({ TZ: 'America/Anchorage', LANG: 'tr_TR.UTF-8' });
  }, 6 * slowMinute);

  afterAll(async () => {
    await one.remove();
    await two.remove();
  });

  test('gives the same bytes in two folders and time zones', async () => {
    expect([one.result, two.result].filter(({ code }) => code !== 0)).toEqual([]);
    const files = await listFiles(join(one.root, 'dist'));
    expect(await listFiles(join(two.root, 'dist'))).toEqual(files);
    for (const file of files) {
      const [a, b] = await Promise.all([one, two].map(({ root }) => readFile(join(root, 'dist', file))));
      expect(a!.equals(b!), file).toBe(true);
      expect(a!.includes(one.root), `${file} names the folder it was built in`).toBe(false);
    }
  });

  test('gives the same bytes again from what was kept', { timeout: 3 * slowMinute }, async () => {
    const { code } = await runFupan(['build', '--root', one.root]);
    expect(code).toBe(0);
    for (const file of await listFiles(join(two.root, 'dist'))) {
      const [a, b] = await Promise.all([one, two].map(({ root }) => readFile(join(root, 'dist', file))));
      expect(a!.equals(b!), file).toBe(true);
    }
  });
});

describe('build', () => {
  test('--report builds one report', { timeout: 2 * slowMinute }, async () => {
    const root = await copyCourse('sound', 'one-broken');
    const { code } = await runFupan(['build', '--report', 'alpha', '--root', root]);
    expect(code).toBe(0);
    expect((await listFiles(join(root, 'dist'))).some((file) => file.includes('beta'))).toBe(false);
  });

  test('a Chinese character that cannot be printed keeps the old dist, another is told', {
    timeout: 2 * slowMinute,
  }, async () => {
    const root = await copyCourse('sound');
    const chapter = join(root, 'content/reports/alpha/01-background.mdx');
    await writeFile(chapter, `${await readFile(chapter, 'utf8')}\n牌面 🀄 一张，𓀀 一个。\n`);
    const sound = await runFupan(['build', '--root', root]);
    expect(sound.code).toBe(0);
    expect(sound.out).toMatch(/01-background\.mdx:11:10 警告 .*\[replaced-glyph\]/);
    const before = await readFile(join(root, 'dist/index.html'));
    await writeFile(chapter, `${await readFile(chapter, 'utf8')}\n𠮷祥。\n`);
    const { code, out } = await runFupan(['build', '--root', root]);
    expect(code).toBe(1);
    expect(out).toMatch(/01-background\.mdx:13:1 错误 .*\[missing-glyph\]/);
    expect(await readFile(join(root, 'dist/index.html'))).toEqual(before);
  });

  test('two builds of one course do not meet', { timeout: 2 * slowMinute }, async () => {
    const root = await copyCourse('sound');
    const [a, b] = await Promise.all([
      runFupan(['build', '--root', root]),
      runFupan(['build', '--root', root]),
    ]);
    expect([a!.code, b!.code].sort()).toEqual([0, 2]);
    expect(a!.err + b!.err).toContain('另一个构建');
  });
});

describe('new', () => {
  test('gives a report that builds in English', { timeout: 2 * slowMinute }, async () => {
    const root = await copyCourse();
    expect((await runFupan(['new', 'team-1', '--root', root, '--lang', 'en'])).code).toBe(0);
    const { code, out } = await runFupan(['build', '--root', root, '--lang', 'en']);
    expect(out).toContain('No problems');
    expect(code).toBe(0);
  });

  test('prints commands that work in a folder with no package', { timeout: 4 * slowMinute }, async () => {
    const root = await copyCourse();
    const npm = `npm --prefix ${quoteArgument(relative(root, packageDir))}`;
    const made = await runShell(`${npm} run -s new -- team-1 --root .`, root);
    expect(made.code).toBe(0);
    const [dev, check, build] = findCommands(made.out);
    expect(dev).toBe(`${npm} run dev -- team-1 --root .`);
    expect(await runShell(check!, root)).toMatchObject({ code: 0 });
    expect(await runShell(build!, root)).toMatchObject({ code: 0 });
    expect((await runShell(dev!, root, /预览：http/)).out).toContain('预览：http');
    expect(await readdir(root)).toEqual(['.fupan', 'content', 'data', 'dist']);
  });
});

test('a build again is the same where nothing changed, and another where a chapter did', {
  timeout: 3 * slowMinute,
}, async () => {
  const root = await copyCourse('sound');
  const chapter = join(root, 'content/reports/alpha/01-background.mdx');
  const built = async () => {
    expect((await runFupan(['build', '--root', root])).code).toBe(0);
    const page = await readFile(join(root, 'dist/reports/alpha/background.html'), 'utf8');
    return { page, pdf: await readFile(join(root, 'dist/reports/alpha.pdf'), 'base64') };
  };
  const first = await built();
  expect(await built()).toEqual(first);
  const text = await readFile(chapter, 'utf8');
  await writeFile(chapter, `${text}\n又写了一段。\n`);
  const changed = await built();
  expect(changed.page).toContain('又写了一段');
  expect(changed.pdf).not.toBe(first.pdf);
  await writeFile(chapter, text);
  expect(await built()).toEqual(first);
});
