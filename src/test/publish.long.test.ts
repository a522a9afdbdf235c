/** `dist/`: always whole, whatever was built, refused or killed. */
import { spawn } from 'node:child_process';
import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { packageDir } from '../cli/workspace/work-folders.ts';
import { copyCourse, readSite, runFupan } from './copied-course.ts';
import { startDevProcess, waitUntil } from './dev-process.ts';

const minutes = 120_000;
const main = join(packageDir, 'src/cli/main.ts');

/** The sound course with a second report. */
async function createCourse(): Promise<string> {
  const root = await copyCourse('sound');
  for (const folder of ['content/reports', 'data']) {
    await cp(join(root, folder, 'alpha'), join(root, folder, 'beta'), { recursive: true });
  }
  return root;
}

const build = (root: string, ...args: string[]) => runFupan(['build', ...args, '--root', root]);
const chapterOf = (root: string, report: string) =>
  join(root, 'content/reports', report, '01-background.mdx');

/** Those of one report, or of all but one. */
const select = (site: Map<string, string>, report: string, own = true) =>
  new Map([...site].filter(([file]) => new RegExp(`^reports/${report}[/.]`).test(file) === own));

describe('a build of one report', () => {
  test('renews its pages and those of the course, and keeps the others', {
    timeout: 5 * minutes,
  }, async () => {
    const root = await createCourse();
    expect((await build(root)).code).toBe(0);
    const before = await readSite(root);
    await appendFile(chapterOf(root, 'alpha'), '\n甲组又写了一段。\n');
    const clean = await copyCourse('sound');
    for (const folder of ['content', 'data'])
      await cp(join(root, folder), join(clean, folder), { recursive: true });
    expect((await build(clean)).code).toBe(0);
    await appendFile(chapterOf(root, 'beta'), '\n乙组又写了一段，还没有要发布。\n');

    const { code, out } = await build(root, 'alpha');
    expect(code).toBe(0);
    expect(out).toContain('其余 1 份报告保持上次发布的样子');
    const after = await readSite(root);
    expect(after).toEqual(await readSite(clean));
    expect(select(after, 'beta')).toEqual(select(before, 'beta'));
    expect(select(after, 'beta').size).toBeGreaterThan(4);
    // Nothing new: the same again.
    expect((await build(root, 'alpha')).code).toBe(0);
    expect(await readSite(root)).toEqual(after);

    expect((await build(root, 'beta')).code).toBe(0);
    const page = await readFile(join(root, 'dist/reports/beta/background.html'), 'utf8');
    expect(page).toContain('还没有要发布');
    expect(select(await readSite(root), 'alpha')).toEqual(select(after, 'alpha'));
  });

  test('builds all, and says why, where the course or dist is another', {
    timeout: 5 * minutes,
  }, async () => {
    const root = await createCourse();
    expect((await build(root)).code).toBe(0);
    await appendFile(chapterOf(root, 'beta'), '\n乙组又写了一段。\n');
    await writeFile(join(root, 'content/course.yaml'), 'title: 另一门课程\n');
    const other = await build(root, 'alpha');
    expect(other.code).toBe(0);
    expect(other.err).toContain('course.yaml 和上次生成时不同，这次重新生成全部报告');
    expect(await readFile(join(root, 'dist/reports/beta/background.html'), 'utf8')).toContain('又写了一段');
    await appendFile(join(root, 'dist/reports/beta/index.html'), '<script>1</script>');
    expect((await build(root, 'alpha')).err).toContain('dist/ 不是上次生成的样子');
    expect(await readFile(join(root, 'dist/reports/beta/index.html'), 'utf8')).not.toContain('<script>1');
    // A report that is gone from the course goes from the site.
    await rm(join(root, 'content/reports/beta'), { recursive: true });
    expect((await build(root, 'alpha')).code).toBe(0);
    expect(select(await readSite(root), 'beta').size).toBe(0);
  });

  test('is the only one where nothing was published', { timeout: 2 * minutes }, async () => {
    const root = await createCourse();
    const { code, out } = await build(root, 'alpha');
    expect(code).toBe(0);
    expect(out).toContain('还没有发布：beta');
    expect(await readFile(join(root, 'dist/index.html'), 'utf8')).not.toContain('beta');
  });
});

describe('errors', () => {
  test('nothing claims that an output was kept where there was none', { timeout: 2 * minutes }, async () => {
    const root = await copyCourse('sound', 'one-broken');
    const { code, err } = await build(root);
    expect(code).toBe(1);
    expect(err).toMatch(/^有错误，未输出。$/m);
    expect(err).toContain('--skip-broken');
    expect(await readdir(root)).not.toContain('dist');
  });

  test('--skip-broken publishes what is sound, unstamped', { timeout: 3 * minutes }, async () => {
    const root = await copyCourse('sound', 'one-broken');
    const sound = await copyCourse('sound');
    expect((await build(sound)).code).toBe(0);
    const { code, err } = await build(root, '--skip-broken');
    expect(code).toBe(1);
    expect(err).toContain('其余已发布');
    const [with_, without] = [await readSite(root), await readSite(sound)];
    expect(select(with_, 'alpha')).toEqual(select(without, 'alpha'));
    expect([...select(with_, 'beta').keys()]).toEqual(['reports/beta/index.html']);
    expect(await readFile(join(root, 'dist/reports/beta/index.html'), 'utf8')).toContain('01-background.mdx');

    await writeFile(join(root, 'content/course.yaml'), 'titel: x\n');
    expect((await build(root, '--skip-broken')).err).toContain('原有的 dist/ 没有改动');
    expect(await readSite(root)).toEqual(with_);
    expect((await build(root, '--skip-broken', '--draft')).code).toBe(2);
  });
});

test('a number changed in the cache is computed again, and told with --verbose', {
  timeout: 2 * minutes,
}, async () => {
  const root = await copyCourse('sound');
  const own = { FUPAN_CACHE_DIR: join(root, 'kept') };
  const check = (...args: string[]) => runFupan(['check', ...args, '--root', root], own);
  expect((await runFupan(['build', '--root', root], own)).code).toBe(0);
  expect((await check('--verbose')).err).not.toContain('缓存');
  const book = (await readdir(join(root, 'kept'), { recursive: true })).find((file) =>
    /books.alpha/.test(file),
  );
  const file = join(root, 'kept', book!);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replaceAll('100 次', '900 次'));
  expect(await check()).toMatchObject({ code: 0, err: expect.not.stringContaining('缓存') });
  expect((await check('--verbose')).err).toContain(`缓存 ${file} 不是当时写下的内容`);
  const { out } = await runFupan(['values', 'alpha', '--root', root], own);
  expect(out).toContain('100 次');
});

test('killed at any moment, dist is the old or the new one, and the next build is clean', {
  timeout: 15 * minutes,
}, async () => {
  const root = await copyCourse('sound');
  const texts = ['', '\n又写了一段。\n'];
  const original = await readFile(chapterOf(root, 'alpha'), 'utf8');
  const write = (at: number) => writeFile(chapterOf(root, 'alpha'), original + texts[at]);
  const cold = { FUPAN_CACHE_DIR: join(root, 'cold') };
  const clean: Map<string, string>[] = [];
  let longest = 0;
  for (const at of [0, 1]) {
    await write(at);
    expect((await runFupan(['build', '--root', root], cold)).code).toBe(0);
    clean.push(await readSite(root));
    const began = Date.now();
    expect((await build(root)).code).toBe(0);
    longest = Date.now() - began;
  }
  const isClean = (site: Map<string, string>, at: number) =>
    JSON.stringify([...site]) === JSON.stringify([...clean[at]!]);
  for (let round = 0; round < 40; round++) {
    await write(round % 2);
    // Every other time near the end, where the folders are exchanged.
    const share = round % 2 === 0 ? (round + 1) / 40 : 0.7 + (round / 40) * 0.4;
    await killBuild(root, longest * share);
    if (!(await readdir(root)).includes('dist')) await runFupan(['values', 'alpha', '--root', root]);
    const site = await readSite(root);
    expect(isClean(site, 0) || isClean(site, 1), `round ${round}, ${site.size} files`).toBe(true);
    if (round % 5 !== 4) continue;
    expect((await build(root)).code, `after round ${round}`).toBe(0);
    expect(isClean(await readSite(root), round % 2), `after round ${round}`).toBe(true);
  }
});

async function killBuild(root: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [main, 'build', '--root', root], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await Promise.race([setTimeout(milliseconds), ended]);
  child.kill('SIGKILL');
  await ended;
}

test('a preview and builds run side by side', { timeout: 4 * minutes }, async () => {
  const root = await createCourse();
  const { url } = await startDevProcess([main, 'dev', '--root', root, '--port', '0'], root);
  const read = async () => (await fetch(`${url}reports/alpha/background.html`)).text();
  for (const word of ['第一次', '第二次']) {
    await appendFile(chapterOf(root, 'alpha'), `\n${word}改。\n`);
    expect((await build(root)).code).toBe(0);
    expect(await readFile(join(root, 'dist/reports/alpha/background.html'), 'utf8')).toContain(`${word}改`);
    await waitUntil(async () => (await read()).includes(`${word}改`));
  }
  await mkdir(join(root, 'dist/extra'));
  expect(await read()).toContain('第二次改');
});
