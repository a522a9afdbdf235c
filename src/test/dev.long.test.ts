/** The preview: a report that an author breaks and mends, as a browser shows it and as the terminal tells it. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packageDir } from '../cli/workspace/work-folders.ts';
import { copyCourse, runFupan } from './copied-course.ts';
import { startDevProcess, waitUntil } from './dev-process.ts';
import { openBrowser } from './open-browser.ts';

const minutes = 120_000;
const main = join(packageDir, 'src/cli/main.ts');
const browser = await openBrowser();
afterAll(() => browser?.close());

/** A character no font has: found by looking at what would be printed. */
const unprintable = '\n𠮷祥。\n';

/** The sound course with a second report, and the chapter that is going to be broken. */
async function createCourse() {
  const root = await copyCourse('sound');
  for (const folder of ['content/reports', 'data']) {
    await cp(join(root, folder, 'alpha'), join(root, folder, 'beta'), { recursive: true });
  }
  const chapter = join(root, 'content/reports/alpha/01-background.mdx');
  return { root, chapter, text: await readFile(chapter, 'utf8') };
}

const startDev = (root: string, ...args: string[]) =>
  startDevProcess([main, 'dev', ...args, '--root', root, '--port', '0'], root);

const read = async (url: string) => (await fetch(url)).text();

test('the first page is whole as soon as the server listens', { timeout: 2 * minutes }, async () => {
  const { root } = await createCourse();
  const { url } = await startDev(root);
  const [home, chapter, table] = await Promise.all(
    ['', 'reports/alpha/background.html', 'reports/beta/data/visits.csv'].map((page) => read(url + page)),
  );
  expect(home).toContain('reports/beta/index.html');
  expect(chapter).toContain('100 次');
  // There are no PDFs to link to.
  expect(chapter).not.toContain('.pdf');
  expect(table).toContain('visits');
  expect(await read(`${url}reports/alpha/card.html`)).toContain('card-lines');
  expect(await readdir(root)).toEqual(['content', 'data']);
});

test('the preview answers this machine alone, with pages, files and what it has not', {
  timeout: 2 * minutes,
}, async () => {
  const { root } = await createCourse();
  const { url } = await startDev(root);
  const ask = async (path: string, options: RequestInit = {}) => {
    const answer = await fetch(url + path, options);
    const { status, headers } = answer;
    return { status, type: headers.get('content-type'), text: await answer.text() };
  };
  for (const path of ['reports/alpha', 'reports/alpha/', 'reports/alpha/index'])
    expect((await ask(path)).text, path).toContain('访问量');
  expect(await ask('reports/alpha/report.json')).toMatchObject({ status: 200, type: 'application/json' });
  expect(await ask('assets/site.js')).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8' });
  expect((await ask('reports/alpha/nothing.html')).text).toContain('没有这个页面');
  for (const path of [
    '..%2f..%2fetc/passwd',
    'content/course.yaml',
    '@fs/etc/passwd',
    'assets/..%2fentry.mjs',
  ])
    expect((await ask(path)).status, path).toBe(404);
  expect((await ask('', { method: 'POST' })).status).toBe(405);
  const { port } = new URL(url);
  // `fetch` sends the host that it connects to.
  const asked = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      get({ port, headers: { host } }, ({ statusCode }) => resolve(statusCode)).once('error', reject);
    });
  expect(await asked(`localhost:${port}`)).toBe(200);
  expect(await asked('127.0.0.1')).toBe(200);
  expect(await asked('evil.invalid')).toBe(403);
  expect(await asked('localhost.evil.invalid')).toBe(403);
});

test('a save of one report leaves the others as they are, and both pages tell the last one', {
  timeout: 2 * minutes,
}, async () => {
  const { root, chapter, text } = await createCourse();
  const { url } = await startDev(root);
  const table = join(root, 'data/alpha/visits.csv');
  const csv = await readFile(table, 'utf8');
  await writeFile(chapter, `${text}\n改了一。\n`);
  await waitUntil(async () => (await read(`${url}reports/alpha/background.html`)).includes('改了一'));
  await writeFile(table, `${csv.trimEnd().replace(/\d+$/, '7777')}\n`);
  await waitUntil(async () => !(await read(`${url}reports/alpha/background.html`)).includes('100 次'));
  expect(await read(`${url}reports/alpha/background.html`)).toContain('改了一');
  expect(await read(`${url}reports/beta/background.html`)).toContain('100 次');
  await writeFile(table, csv);
  await waitUntil(async () => (await read(`${url}reports/alpha/background.html`)).includes('100 次'));
});

test('a report with an error shows it at each of its addresses, and no other does', {
  timeout: 2 * minutes,
}, async () => {
  const { root, chapter, text } = await createCourse();
  const { url, readNews } = await startDev(root);
  await writeFile(chapter, text + unprintable);
  await waitUntil(async () => (await read(`${url}reports/alpha/background.html`)).includes('missing-glyph'));
  for (const page of ['', 'index.html', 'numbers.html', 'not-written-yet.html', 'background.html?x=1']) {
    expect(await read(`${url}reports/alpha/${page}`), page).toContain('missing-glyph');
  }
  expect(await read(`${url}reports/beta/background.html`)).toContain('100 次');

  await waitUntil(() => readNews().includes('新出现 1 个'));
  await writeFile(chapter, text);
  await waitUntil(async () => (await read(`${url}reports/alpha/numbers.html`)).includes('访问量'));
});

test('after a save the terminal tells what changed, errors last, with time and address', {
  timeout: 2 * minutes,
}, async () => {
  const { root, chapter, text } = await createCourse();
  const { readNews, url } = await startDev(root);
  let news = '';
  const save = async (content: string) => {
    news = '';
    await writeFile(chapter, content);
    await waitUntil(() => {
      news += readNews();
      return /\d\d:\d\d:\d\d {2}.*http/.test(news);
    });
    return news.replace(/\d\d:\d\d:\d\d/, 'hh:mm:ss').trim();
  };
  // Without its title the chapter does not count as the part that is required.
  const untitled = text.replace('title: 实训背景', 'title: 背景');
  expect(await save(untitled + unprintable)).toMatch(
    /^新出现 2 个：\nalpha .*\n.*发现 .*\n.*\n.*错误 .*\[missing-glyph\]\n.*\nhh:mm:ss {2}错误 1 个，警告 0 个，发现 1 个 {2}http.*\/reports\/alpha\/$/,
  );
  expect(await save(`\n${untitled}`.trimStart() + unprintable.repeat(2))).toBe(
    `hh:mm:ss  错误 1 个，警告 0 个，发现 1 个  ${url}reports/alpha/`,
  );
  expect(await save(text)).toMatch(/^已消除 2 个：\n {2}✓ .*\n {2}✓ .*\nhh:mm:ss {2}没有问题 {2}http/);
});

test('dev, check and build find the same', { timeout: 3 * minutes }, async () => {
  const { root, chapter, text } = await createCourse();
  await writeFile(chapter, `${text}${unprintable}\n<Value of="没有" />\n\n$\\frac{1$\n`);
  const collect = (said: string) => [...said.matchAll(/^\S+ 错误 .*$/gm)].map(([line]) => line).sort();
  const check = await runFupan(['check', '--root', root]);
  const build = await runFupan(['build', '--root', root]);
  expect([check.code, build.code]).toEqual([1, 1]);
  expect(collect(check.out)).toHaveLength(3);
  expect(collect(build.out)).toEqual(collect(check.out));
  const { url } = await startDev(root);
  const page = await read(`${url}reports/alpha/background.html`);
  for (const line of collect(check.out)) expect(page).toContain(/\[(.+)\]$/.exec(line)![1]);
});

test('the name of a report narrows the preview to it', { timeout: 2 * minutes }, async () => {
  const { root } = await createCourse();
  const { url } = await startDev(root, 'beta');
  expect(await read(url)).not.toContain('reports/alpha');
  expect(await read(`${url}reports/beta/background.html`)).toContain('100 次');
});

describe.skipIf(!browser)('in a browser', () => {
  test('a page turns into the problems of its report and comes back, by itself', {
    timeout: 2 * minutes,
  }, async () => {
    const { root, chapter, text } = await createCourse();
    const { url } = await startDev(root);
    const page = await browser!.newPage();
    await page.goto(`${url}reports/alpha/background.html`);
    const waitForText = (wanted: string) => waitUntil(async () => (await page.content()).includes(wanted));
    await waitForText('100 次');
    await writeFile(chapter, text + unprintable);
    await waitForText('missing-glyph');
    expect(await page.locator('fupan-errors').count()).toBe(0);
    expect(await page.locator('header.top .brand-name').textContent()).toBe('测试课程');
    await writeFile(chapter, `${text}\n改好了。\n`);
    await waitForText('改好了。');
    expect(page.url()).toBe(`${url}reports/alpha/background.html`);
    await page.close();
  });

  test('an error of the course itself, which has no page, lies over all', {
    timeout: 2 * minutes,
  }, async () => {
    const { root } = await createCourse();
    const { url, readNews } = await startDev(root);
    const page = await browser!.newPage();
    await page.goto(url);
    const file = join(root, 'content/course.yaml');
    const text = await readFile(file, 'utf8');
    const overlay = page.locator('fupan-errors');
    await writeFile(file, `${text}\nnotKnown: 1\n`);
    await overlay.waitFor({ state: 'attached', timeout: 60_000 });
    expect(await overlay.evaluate((element) => element.shadowRoot?.textContent)).toContain('notKnown');
    await writeFile(file, text);
    // It is also gone for the moment that a page takes to load.
    await waitUntil(() => /已消除 1 个/.test(readNews()));
    await overlay.waitFor({ state: 'detached', timeout: 60_000 });
    await page.close();
  });
});
