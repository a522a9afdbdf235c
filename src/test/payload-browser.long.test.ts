/**
 * A stranger's course in a browser with JavaScript on: whatever is written into it, in every place that a text can stand,
 * nothing of it runs, asks for anything outside, or leads to an address that is a program.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { livePolicy } from '../base/safety/content-policy.ts';
import { packageDir } from '../cli/workspace/work-folders.ts';
import { buildReadingScript, minifyScript } from '../integration/classic-scripts.ts';
import { copyCourse, listFiles, runFupan } from './copied-course.ts';
import { startDevProcess, waitUntil } from './dev-process.ts';
import { openBrowser } from './open-browser.ts';
import { findDangers, useEverything, type Watch, watchContext } from './page-watch.ts';
import { createPayloadFolder, type PayloadFolder } from './payload-folder.ts';
import { findNumbers, kindNames, PayloadList, textKinds } from './payloads.ts';
import { serveFolder } from './serve-folder.ts';

const browser: Browser | undefined = await openBrowser();
const main = join(packageDir, 'src/cli/main.ts');
const ownScripts = ['site', 'reading', 'figure', 'card', 'list', 'search'].map(
  (name) => `/assets/${name}.js`,
);
const devScripts = [...ownScripts, '/@fupan/live.js'];

let course: PayloadFolder;
let files: string[] = [];
let said = '';

beforeAll(async () => {
  course = await createPayloadFolder();
  const { out, err } = await runFupan(['build', '--draft', '--root', course.root]);
  said = out + err;
  files = await listFiles(join(course.root, 'dist'));
}, 400_000);

afterAll(async () => {
  await browser?.close();
  await course?.remove();
});

const toPath = (file: string) => file.split('/').map(encodeURIComponent).join('/');

/** Opens each address in turn and uses what is there; gives all that was seen to go wrong. */
async function visitAll(
  context: BrowserContext,
  watch: Watch,
  urls: readonly string[],
  scripts = ownScripts,
) {
  const page = await context.newPage();
  for (const url of urls) {
    watch.setPage(url);
    // A page that goes elsewhere by itself cannot be looked at.
    await visitPage(page, url, watch, scripts).catch((error: unknown) => watch.note(String(error)));
  }
  // What is only asked for in a moment.
  await page.waitForTimeout(300);
  await page.close();
  return watch.takeTrouble();
}

async function visitPage(page: Page, url: string, watch: Watch, ownScripts: string[]): Promise<void> {
  await page.goto(url);
  for (const danger of await page.evaluate(findDangers, { ownScripts })) watch.note(danger);
  await useEverything(page);
  if (page.url().split('#')[0] !== url) watch.note(`went to ${page.url()}`);
}

const isPicture = (url: string) => url.startsWith('data:image/');
const isPage = (file: string) => file.endsWith('.html');
/** Pages of the guide are the program's own; of an author they have the title of the course. */
const isGuide = (file: string) => /^guide\/(?:figures|metrics)\/(?!index)/.test(file);

/** Where a text is not shown, or where another text takes its place; and what is refused before it is looked at. */
const isNeverShown = (channel: string) =>
  /, all:|all: |unknown: /.test(channel) ||
  // Names of codes that no cell has, and tables that no tag shows.
  /^course\.yaml (codes|scales|digits)\b|^metrics\.yaml table\.|^tables\.yaml snapshot$/.test(channel) ||
  [
    ...['phases[].id', 'required[].en', 'rubric[].id', 'rubric[].title'].map((path) => `course.yaml ${path}`),
    ...['cover[].label', 'cover[].value', 'typed[].text', 'typed[].reason'].map(
      (path) => `front of a report: ${path}`,
    ),
    ...['holder', 'journal', 'institution', 'langid', 'note', 'abstract', 'keywords', 'howpublished'].map(
      (field) => `references.bib ${field}`,
    ),
    ...['bind', 'value', 'usermeta'].map((key) => `chart ${key}`),
    ...[
      'table members.student_no',
      'table members.signature',
      'metrics.yaml query.label',
      'page in a folder',
      'image',
    ],
  ].includes(channel);

describe('the course of payloads', () => {
  test('is built, and every text that is shown stands on its pages or beside them', async () => {
    for (const report of course.sound) expect(files).toContain(`reports/${report}/numbers.html`);
    const seen = new Set<number>();
    for (const file of files.filter((one) => /\.(html|csv|svg|json)$/.test(one)))
      for (const number of findNumbers(file + (await readFile(join(course.root, 'dist', file), 'utf8'))))
        seen.add(number);
    const shown = course.payloads.filter(({ number }) => seen.has(number));
    expect(shown.length).toBeGreaterThan(1000);
    expect(new Set(shown.map(({ kind }) => kind))).toEqual(new Set(kindNames));
    const arrived = new Set(shown.map(({ channel }) => channel));
    const lost = course.payloads.map(({ channel }) => channel).filter((one) => !arrived.has(one));
    expect([...new Set(lost)].filter((one) => !isNeverShown(one))).toEqual([]);
  });

  test('has a part for every file that schemas speak of', async () => {
    const schemas = (await readdir(join(packageDir, 'src/schema'))).filter(
      (file) => !file.endsWith('.test.ts'),
    );
    expect(schemas.sort()).toEqual([
      // A part of others, and what is written and never read.
      'card-settings.ts',
      'check-file.ts',
      'course-file.ts',
      // A part of others.
      'display-schema.ts',
      'front-matter.ts',
      'iso-date.ts',
      'metrics-file-schema.ts',
      // What is written, and never read.
      'numbers-file.ts',
      // A part of others.
      'reference-style.ts',
      'tables',
      'tables-file.ts',
      'tag-schemas.ts',
    ]);
  });

  test('runs nothing while it is built', () => {
    // Problems quote what they are about; what a payload prints itself begins with nothing.
    expect(said.split('\n').filter((line) => /^__hit=\d+/.test(line))).toEqual([]);
  });

  test('has the scripts of the program on its pages and no other', async () => {
    const isCards = (file: string) =>
      /^reports\/[^/]+\/cards\/[^/]+\.js$/.test(file) ||
      /(?:^|\/)search\.js$/.test(file.replace('assets/', 'assets-'));
    const [cards, scripts] = [true, false].map((wanted) =>
      files.filter((file) => /\.m?js$/.test(file) && isCards(file) === wanted),
    ) as [string[], string[]];
    expect(scripts.map((file) => `/${file}`)).toEqual(ownScripts.toSorted());
    // What the cards of a page say is data: one call with JSON in it, and no more.
    expect(cards.length).toBeGreaterThan(1);
    for (const file of cards) {
      const text = await readFile(join(course.root, 'dist', file), 'utf8');
      const [, call, json = ''] = /^(fupanCards|fupanSearch)\((.*)\)\n$/.exec(text) ?? [];
      expect(`${call}(${JSON.stringify(JSON.parse(json))})\n`, file).toBe(text);
    }
    for (const script of ownScripts) {
      const isJoined = script === '/assets/reading.js';
      const own = isJoined
        ? await buildReadingScript()
        : minifyScript(script, await readFile(join(packageDir, 'public', script), 'utf8'));
      expect(await readFile(join(course.root, 'dist', script), 'utf8')).toBe(own);
    }
  });
});

describe.skipIf(!browser)('in a browser', { timeout: 900_000 }, () => {
  /** A context that is watched, and closed when the test has ended. */
  async function openContext(isOwn: (url: string) => boolean, bypassCSP: boolean) {
    const context = await browser!.newContext({ bypassCSP, acceptDownloads: false });
    onTestFinished(() => context.close());
    return { context, watch: await watchContext(context, isOwn) };
  }

  test('what would do something is seen to do it', async () => {
    const folder = await copyCourse();
    const list = new PayloadList();
    const pages = list
      .writeAll('a page')
      .map((text, i) => [`${i}.html`, `<!doctype html><title>x</title><body>${text}`]);
    for (const [file, html] of pages) await writeFile(join(folder, file!), html!);
    const { url, close } = await serveFolder(folder);
    onTestFinished(close);
    for (const bypassCSP of [true, false]) {
      const { context, watch } = await openContext((one) => one.startsWith(url), bypassCSP);
      const silent: string[] = [];
      for (const [i, [file]] of pages.entries())
        if ((await visitAll(context, watch, [url + file])).length === 0) silent.push(kindNames[i]!);
      expect(silent).toEqual(kindNames.filter((kind) => textKinds.includes(kind)));
    }
  });

  test('the built site opened by double click, without its policy: nothing runs, nothing is asked for', async () => {
    const dist = pathToFileURL(join(course.root, 'dist')).href;
    const { context, watch } = await openContext((url) => url.startsWith(`${dist}/`) || isPicture(url), true);
    const pages = files.filter(isPage).map((file) => `${dist}/${toPath(file)}`);
    expect(await visitAll(context, watch, pages)).toEqual([]);
  });

  test('the built site from a host, with its policy: nothing is refused, for nothing is tried', async () => {
    const { url, close } = await serveFolder(join(course.root, 'dist'));
    onTestFinished(close);
    const { context, watch } = await openContext((one) => one.startsWith(url) || isPicture(one), false);
    const pages = files.filter((file) => isPage(file) && !isGuide(file)).map((file) => url + toPath(file));
    expect(await visitAll(context, watch, pages)).toEqual([]);
  });

  test('drawings, tables and images opened by themselves are no programs', async () => {
    const { url, close } = await serveFolder(join(course.root, 'dist'));
    onTestFinished(close);
    const { context, watch } = await openContext((one) => one.startsWith(url) || isPicture(one), true);
    const page = await context.newPage();
    for (const file of files.filter((one) => /^reports\/.*\.(svg|csv|json|png)$/.test(one))) {
      watch.setPage(file);
      // What a browser saves to disk it does not open.
      const answer = await page.goto(url + toPath(file)).catch(() => undefined);
      if (file.endsWith('.svg')) expect(answer?.ok()).toBe(true);
      for (const danger of await page.evaluate(findDangers, { ownScripts: [] })) watch.note(danger);
    }
    expect(watch.takeTrouble()).toEqual([]);
  });

  test('the preview, with its policy: nothing is refused, for nothing is tried', async () => {
    const { url } = await startDevProcess([main, 'dev', '--root', course.root, '--port', '0'], course.root);
    const { host } = new URL(url);
    const isOwn = (one: string) => new URL(one).host === host || isPicture(one);
    const { context, watch } = await openContext(isOwn, false);
    // Who comes first is told to load the page once more.
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForTimeout(3000);

    // That one answers that there is nothing.
    const shown = files.filter((file) => isPage(file) && !isGuide(file) && file !== '404.html');
    const pages = shown.map((file) => url + toPath(file));
    await expectPolicy(pages, livePolicy);
    const broken = `${url}reports/bad-text/${encodeURIComponent(course.payloads[0]!.text)}.html`;
    expect(await visitAll(context, watch, [...pages, broken], devScripts)).toEqual([]);
    await visitNoPages(page, url, watch);
    await openFiles(page, url);
    expect(watch.takeTrouble()).toEqual([]);

    await page.goto(`${url}reports/r/text.html`);
    for (const [file, text] of Object.entries(listCourseErrors())) {
      await writeFile(join(course.root, file), text);
      const { place, numbers, strange } = await readOverlay(page, file);
      expect(place).toContain(file);
      expect(numbers, file).toBeGreaterThan(0);
      expect(strange, file).toBe(0);
    }
    expect(watch.takeTrouble()).toEqual([]);
  });
});

async function expectPolicy(urls: readonly string[], policy: string): Promise<void> {
  for (const url of urls) {
    const answer = await fetch(url);
    expect(answer.headers.get('content-security-policy'), url).toBe(policy);
    expect(answer.ok, url).toBe(true);
    await answer.text();
  }
}

/** Addresses that are payloads: a page that is not there says which. */
async function visitNoPages(page: Page, url: string, watch: Watch): Promise<void> {
  for (const { text } of course.payloads.slice(0, kindNames.length)) {
    watch.setPage(text);
    await page.goto(`${url}${toPath(text)}.html`);
    for (const danger of await page.evaluate(findDangers, { ownScripts: devScripts })) watch.note(danger);
  }
  // That it is not there is told in the console.
  expect(watch.takeTrouble().filter((one) => !one.includes('404 (Not Found)'))).toEqual([]);
}

/** Files beside the pages; a page called an image, which is not published, and a file that is none of the site. */
async function openFiles(page: Page, url: string): Promise<void> {
  // What a browser saves to disk it does not open.
  await page.goto(`${url}reports/r/data/cells.csv`).catch(() => undefined);
  expect((await fetch(`${url}reports/r/media/page.png`)).status).toBe(404);
  const [image] = files.filter((file) => file.startsWith('reports/r/media/'));
  expect((await fetch(url + image)).headers.get('content-type')).toBe('image/webp');
  for (const outside of [
    `@fs${course.root}/content/reports/r/page.html`,
    'reports/r/..%2f..%2f..%2fpackage.json',
  ])
    expect((await fetch(url + outside)).status).toBe(404);
}

/** Errors of the course itself lie over all pages. Windows carries no such name. */
function listCourseErrors(): Record<string, string> {
  const page = 'content/pages/[x](javascript:window.__hit=1)<img src=x onerror=window.__hit=1>.mdx';
  return {
    ...(process.platform !== 'win32' && { [page]: '---\ntitle: x\n---\n' }),
    'content/course.yaml': course.refusedCourse,
  };
}

/** The places that the overlay names, how many payloads it shows, and how many elements it has of an author's. */
async function readOverlay(
  page: Page,
  file: string,
): Promise<{ place: string; numbers: number; strange: number }> {
  const overlay = page.locator('fupan-errors');
  const read = () =>
    overlay.evaluate(({ shadowRoot }) => {
      const strange = 'a, script, img, iframe, link, meta, base, form, [onload], [onerror]';
      const places = [...shadowRoot!.querySelectorAll('section > :first-child')];
      return {
        place: places.map(({ textContent }) => textContent).join('\n'),
        text: shadowRoot!.textContent,
        strange: shadowRoot!.querySelectorAll(strange).length,
      };
    });
  await waitUntil(async () => (await read()).text.includes(file));
  const { place, text, strange } = await read();
  return { place, numbers: findNumbers(text).size, strange };
}
