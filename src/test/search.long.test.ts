/** A reader searches: by key, in their report and in the whole course, follows a hit, on a desk and on a phone. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildDemo, type DemoBuild } from './demo-build.ts';
import { openBrowser } from './open-browser.ts';
import { serveFolder } from './serve-folder.ts';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const browser: Browser | undefined = await openBrowser();
let demo: DemoBuild;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  if (!browser) return;
  demo = await buildDemo();
  server = await serveFolder(join(demo.root, 'dist'));
}, 400_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await demo?.remove();
});

async function openPage(root: string, file: string, options: BrowserContextOptions = desk): Promise<Page> {
  const context = await browser!.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  onTestFinished(() => expect(trouble).toEqual([]));
  await page.goto(`${root}${file}`);
  return page;
}

const box = (page: Page) => page.locator('dialog.find-box');

/** By a key; its script is loaded first. */
async function openBox(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await box(page).waitFor();
}

const hits = (page: Page) => box(page).locator('li a');

const origins = {
  file: () => `${pathToFileURL(join(demo.root, 'dist')).href}/`,
  http: () => server.url,
};

describe.skipIf(!browser)('search', { timeout: 120_000 }, () => {
  describe.each(['file', 'http'] as const)('over %s', (origin) => {
    test('opens by a key, finds 转化率 by 转化, and leads to the section', async () => {
      const page = await openPage(origins[origin](), 'reports/growth-lab/background.html');
      await openBox(page, '/');
      await page.keyboard.type('转化');
      await expect.poll(() => hits(page).count()).toBeGreaterThan(5);
      const titles = await hits(page).locator('b').allTextContents();
      expect(titles.slice(0, 6).some((title) => title.includes('转化率'))).toBe(true);
      await page.keyboard.type('率 CVR');
      await expect.poll(() => hits(page).first().locator('b').textContent()).toContain('转化率 CVR');
      await page.keyboard.press('Enter');
      await page.waitForURL(/analytics\.html#/);
      const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
      expect(await page.locator(`[id="${anchor}"]`).textContent()).toContain('转化率 CVR');
    });

    test('finds ARPU in any case in the manuals, and another report, when the whole course is asked', async () => {
      const page = await openPage(origins[origin](), 'reports/search-lab/background.html');
      await openBox(page, 'Control+k');
      await page.keyboard.type('arpu');
      const own = await hits(page).count();
      await box(page).locator('.scope').click();
      await expect.poll(() => hits(page).count()).toBeGreaterThan(own);
      await box(page).locator('input').fill('拾光集市');
      await expect.poll(() => hits(page).first().getAttribute('href')).toContain('growth-lab');
    });
  });

  test('is closed by Escape, and moved through by arrows', async () => {
    const page = await openPage(origins.file(), 'reports/growth-lab/analytics.html');
    await openBox(page, '/');
    await page.keyboard.type('漏斗');
    await expect.poll(() => hits(page).count()).toBeGreaterThan(1);
    await page.keyboard.press('ArrowDown');
    expect(
      await hits(page)
        .first()
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(
      await box(page)
        .locator('input')
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => box(page).isVisible()).toBe(false);
  });

  test('on a phone it fills the screen and nothing of it is wider', async () => {
    const page = await openPage(origins.file(), 'reports/growth-lab/index.html', phone);
    await page.locator('button.find').tap();
    await box(page).locator('input').fill('留存');
    await expect.poll(() => hits(page).count()).toBeGreaterThan(0);
    const { width, height } = (await box(page).boundingBox())!;
    expect([width, height]).toEqual([phone.viewport.width, phone.viewport.height]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('without a script there is no button, with one nothing in the box is out of reach', async () => {
    const still = await openPage(origins.file(), 'index.html', { ...desk, javaScriptEnabled: false });
    expect(await still.locator('button.find').isVisible()).toBe(false);
    for (const colorScheme of ['light', 'dark'] as const) {
      // The tester is a script of another's.
      const page = await openPage(origins.http(), 'index.html', { ...desk, colorScheme, bypassCSP: true });
      await openBox(page, '/');
      await page.keyboard.type('指标');
      await expect.poll(() => hits(page).count()).toBeGreaterThan(0);
      await page.evaluate(await readFile(axeFile, 'utf8'));
      const found = await page.evaluate(async () => {
        const { violations } = await (
          window as unknown as { axe: { run: (of: string) => Promise<{ violations: { id: string }[] }> } }
        ).axe.run('dialog.find-box');
        return violations.map(({ id }) => id);
      });
      expect(found).toEqual([]);
    }
  });
});
