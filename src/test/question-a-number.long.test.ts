/** A reader questions a number: looks at its card, opens its entry in the ledger, and comes back to the very sentence. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildDemo, type DemoBuild } from './demo-build.ts';
import { openBrowser } from './open-browser.ts';
import { serveFolder } from './serve-folder.ts';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const chapter = 'reports/growth-lab/analytics.html';
const ledger = 'reports/growth-lab/numbers.html';
const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const browser: Browser | undefined = await openBrowser();
let demo: DemoBuild;

beforeAll(async () => {
  if (browser) demo = await buildDemo();
}, 400_000);

afterAll(async () => {
  await browser?.close();
  await demo?.remove();
});

/** A page of the site as it opens by double click; ends the test when anything goes wrong on it. */
async function openPage(file: string, options: BrowserContextOptions = desk, site?: string): Promise<Page> {
  const context = await browser!.newContext(options);
  onTestFinished(() => context.close());
  if (site) await context.route(/\.html/, sendStrictly);
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  onTestFinished(() => expect(trouble).toEqual([]));
  await page.goto(site ? `${site}${file}` : pathToFileURL(join(demo.root, 'dist', file)).href);
  return page;
}

/** As a host that lets a page load what is its own and run no script that stands in it. */
async function sendStrictly(route: Route): Promise<void> {
  const response = await route.fetch();
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
  await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
}

const findCard = (page: Page) => page.locator('.number-card');

/** A number of a sentence that the ledger says was computed from two counts. */
const findRatio = (page: Page) => page.locator('main p a.value[href$="#v-转化率提升"]').first();

/** Whether what is named by its id or stands in a sentence is where a reader looks. */
const isInView = (one: Locator) =>
  one.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

describe.skipIf(!browser)('a number', { timeout: 300_000 }, () => {
  test.each(['file', 'http'])('is questioned with a pointer, over %s', async (way) => {
    const served = way === 'http' ? await serveFolder(join(demo.root, 'dist')) : undefined;
    onTestFinished(() => served?.close());
    const page = await openPage(chapter, desk, served?.url);
    expect(await page.locator('script[src*="cards/"]').count()).toBe(0);
    const number = findRatio(page);
    const name = await number.getAttribute('id');
    await number.hover();
    const card = findCard(page);
    await card.waitFor();
    const told = (await card.textContent())!;
    for (const part of ['转化率提升', '期末转化率 − 期初转化率', '4.8% − 2.5%', 'events.csv']) {
      expect(told).toContain(part);
    }
    expect(await number.getAttribute('aria-describedby')).toBe(await card.getAttribute('id'));
    await card.locator('a').first().click();
    await page.waitForURL(/numbers\/analytics\.html/);
    const entry = page.locator('.value-entry:target');
    expect(await entry.locator('h3').textContent()).toBe('转化率提升');
    await entry.locator('.return').click();
    await page.waitForURL(new RegExp(`analytics\\.html#${name}$`));
    expect(await isInView(page.locator(`#${name}`))).toBe(true);
  });

  test('leads back to the sentence it was questioned in, not the first that cites it; and so does the browser', async () => {
    const page = await openPage('reports/growth-lab/results.html');
    const last = page.locator('main a.value[href$="#v-期初转化率"]').last();
    const name = await last.getAttribute('id');
    await last.click();
    await page.waitForURL(/from=/);
    // Another chapter cites it before.
    expect(await page.locator(':target .cited a[href*="/analytics.html#use-"]').count()).toBeGreaterThan(0);
    expect(await page.locator(':target .return').getAttribute('href')).toContain(`/results.html#${name}`);
    expect(await page.locator(':target .cited [aria-current]').count()).toBe(1);
    await page.goBack();
    expect(page.url()).toMatch(new RegExp(`results\\.html#${name}$`));
    expect(await isInView(page.locator(`#${name}`))).toBe(true);
  });

  test('is questioned by keyboard alone', async () => {
    const page = await openPage(chapter);
    await page.locator('#main').focus();
    const number = findRatio(page);
    for (let i = 0; i < 400 && !(await number.evaluate((one) => one === document.activeElement)); i++) {
      await page.keyboard.press('Tab');
    }
    const card = findCard(page);
    await card.waitFor();
    expect(await card.textContent()).toContain('转化率提升');
    await page.keyboard.press('Escape');
    expect(await card.count()).toBe(0);
    expect(await number.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/numbers\/analytics\.html.*#v-/);
  });

  test('is questioned on a phone: a tap shows the card, the link in it leads on', async () => {
    const page = await openPage(chapter, phone);
    const number = findRatio(page);
    await number.scrollIntoViewIfNeeded();
    await number.tap();
    const sheet = page.locator('dialog.card-sheet');
    await sheet.waitFor();
    expect(page.url()).not.toContain('numbers');
    const box = (await sheet.boundingBox())!;
    expect(box.y + box.height).toBeGreaterThanOrEqual(phone.viewport.height - 1);
    await page.keyboard.press('Escape');
    await expect.poll(() => sheet.count()).toBe(0);
    await number.tap();
    await sheet.locator('a').first().tap();
    await page.waitForURL(/numbers\/analytics\.html/);
    await page.locator(':target .return').tap();
    await page.waitForURL(/analytics\.html#use-/);
  });

  test('leads to its entry and back without a script', async () => {
    const page = await openPage(chapter, { ...desk, javaScriptEnabled: false });
    await findRatio(page).click();
    await page.waitForURL(/numbers\/analytics\.html#v-/);
    await page.locator(':target .return').click();
    await page.waitForURL(/\.html#use-/);
  });

  test('has terms beside it that say what they mean and where that is from', async () => {
    const page = await openPage('reports/growth-lab/planning.html');
    const term = page.locator('dfn.term', { hasText: '转化率' }).first();
    const meaning = (await term.getAttribute('title'))!;
    await term.hover();
    const card = findCard(page);
    await card.waitFor();
    expect(await card.textContent()).toContain(meaning);
    expect(await card.textContent()).toContain('本课程的术语');
    expect(await term.getAttribute('title')).toBeNull();
    await page.mouse.move(2, 2);
    await card.waitFor({ state: 'detached' });
  });

  test('never hides under its card, and the card stays in the window', async () => {
    const wrong: string[] = [];
    for (const options of [desk, { viewport: { width: 768, height: 500 } }]) {
      const page = await openPage(chapter, options);
      const numbers = page.locator('main p :is(a.value, a.verdict)');
      const count = await numbers.count();
      expect(count).toBeGreaterThan(50);
      for (let at = 0; at < count; at += 7) {
        const number = numbers.nth(at);
        await number.scrollIntoViewIfNeeded();
        await number.focus();
        await number.hover();
        await page.waitForFunction(
          (one) => one?.getAttribute('aria-describedby'),
          await number.elementHandle(),
        );
        const [card, own] = [(await findCard(page).boundingBox())!, (await number.boundingBox())!];
        const { width, height } = options.viewport;
        if (card.x < 0 || card.x + card.width > width || card.y < 0 || card.y + card.height > height)
          wrong.push(`${at} outside of ${width} × ${height}`);
        const isOver = Math.min(card.y + card.height, own.y + own.height) - Math.max(card.y, own.y) > 0;
        if (isOver && card.x < own.x + own.width && own.x < card.x + card.width) wrong.push(`${at} covered`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('lights the figure that shows it', async () => {
    const page = await openPage(chapter);
    const text = await readFile(join(demo.root, 'dist/reports/growth-lab/cards/analytics.js'), 'utf8');
    const { values } = JSON.parse(/^fupanCards\((.*)\)\n$/.exec(text)![1]!) as {
      values: [string, { figures?: [string, string][] }][];
    };
    const shown = values.filter(([, { figures = [] }]) => figures.length > 0);
    expect(shown.length).toBeGreaterThan(3);
    let lit = 0;
    for (const [link, { figures = [] }] of shown) {
      const number = page.locator(`main p a.value[href="${link}"]`).first();
      if ((await number.count()) === 0) continue;
      await number.hover();
      await page.waitForFunction(
        (one) => one?.getAttribute('aria-describedby'),
        await number.elementHandle(),
      );
      const ids = await page.locator('figure.lit').evaluateAll((all) => all.map(({ id }) => id));
      expect(ids.toSorted()).toEqual(figures.map(([id]) => id).toSorted());
      lit++;
    }
    expect(lit).toBeGreaterThan(0);
  });

  test.each(['light', 'dark'] as const)('has an accessible card and sheet (%s)', async (colorScheme) => {
    for (const options of [desk, phone]) {
      const page = await openPage(chapter, { ...options, colorScheme });
      const number = findRatio(page);
      await number.scrollIntoViewIfNeeded();
      await (options === phone ? number.tap() : number.hover());
      await findCard(page).waitFor();
      await page.addScriptTag({ path: axeFile });
      expect(await findViolations(page)).toEqual([]);
    }
  });
});

describe.skipIf(!browser)('a list', { timeout: 300_000 }, () => {
  test('is narrowed by what is typed, keeps it on the way back, and is whole again for a link to what is gone', async () => {
    const page = await openPage(ledger);
    const [box, rows] = [page.locator('.filter input'), page.locator('.ledger-index .item')];
    const countSeen = () => rows.evaluateAll((all) => all.filter((row) => row.checkVisibility()).length);
    const all = await countSeen();
    await box.fill('转化率 EVENTS');
    const left = await countSeen();
    expect(left).toBeGreaterThan(1);
    expect(left).toBeLessThan(all / 4);
    expect(await page.locator('.filter output').textContent()).toBe(`${left} / ${all}`);
    expect(
      await page
        .locator('.ledger-chapter')
        .evaluateAll((parts) => parts.some((part) => !part.checkVisibility())),
    ).toBe(true);
    await page.locator('.ledger-index .item:not(.gone) a').first().click();
    await page.waitForURL(/numbers\/.*#v-/);
    await page.goBack();
    expect(await page.locator('.filter input').inputValue()).toBe('转化率 EVENTS');
    expect(await countSeen()).toBe(left);
    const gone = await page.locator('.ledger-index .item.gone').first().getAttribute('id');
    await page.evaluate((hash) => {
      location.hash = hash!;
    }, gone);
    await page.waitForFunction(() => !document.querySelector('.gone'));
    expect(await countSeen()).toBe(all);
  });

  test.each([
    ['reports/growth-lab/data.html', '.table-list .item'],
    ['reports/growth-lab/figures.html', '.figure-chapter li'],
    ['guide/metrics/index.html', '.handbook li'],
    ['guide/figures.html', '.gallery > li'],
    ['guide/tables.html', '.guide > .dataset'],
  ])('%s is narrowed, and has no box without a script', async (file, items) => {
    const page = await openPage(file);
    const shown = page.locator(`:is(${items}):visible`);
    const all = await shown.count();
    const [word = ''] = (await shown.nth(3).textContent())!.trim().split(/\s+/);
    await page.locator('.filter input').fill(word);
    expect(await shown.count()).toBeGreaterThan(0);
    expect(await shown.count()).toBeLessThan(all);
    await page.locator('.filter input').fill('没有这样的东西');
    expect(await shown.count()).toBe(0);
    const still = await openPage(file, { ...desk, javaScriptEnabled: false });
    expect(await still.locator('input').count()).toBe(0);
    expect(await still.locator(`:is(${items}):visible`).count()).toBe(all);
  });
});

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
}

async function findViolations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
    const { violations } = await axe.run({ preload: false, runOnly: { type: 'tag', values } });
    return violations.map(({ id, nodes }) => `${id} ×${nodes.length} ${nodes[0]?.target.join(' ')}`);
  });
}
