/** The ways through a report, as its readers take them: by double click and from a host, on a phone and without a script. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDemo, type DemoBuild } from './demo-build.ts';
import { openBrowser } from './open-browser.ts';
import { serveFolder } from './serve-folder.ts';

const browser: Browser | undefined = await openBrowser();
const phone = { viewport: { width: 390, height: 844 } };
const chapter = 'reports/growth-lab/analytics.html';
let demo: DemoBuild;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  if (!browser) return;
  demo = await buildDemo();
  server = await serveFolder(join(demo.root, 'dist'));
}, 400_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  await demo?.remove();
});

const origins = { file: () => `${pathToFileURL(join(demo.root, 'dist')).href}/`, http: () => server.url };

async function visit(address: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) {
  const context = await browser!.newContext(options);
  const page = await context.newPage();
  await page.goto(address);
  await look(page);
  await context.close();
}

const readTop = (page: Page, selector: string) =>
  page.locator(selector).evaluate((one) => one.getBoundingClientRect().top);
/** Of the section called so: where its heading stands. */
const findSection = async (page: Page, number: string) =>
  page.locator('h2, h3, h4', { has: page.locator(`.number:text-is("${number}")`) }).getAttribute('id');

describe.skipIf(!browser)('ways through a report', { timeout: 120_000 }, () => {
  describe.each(['file', 'http'] as const)('over %s', (origin) => {
    test.each([true, false])(
      'a phone jumps to 4.2.3 by the sheet (script: %s)',
      async (javaScriptEnabled) => {
        await visit(origins[origin]() + chapter, { ...phone, javaScriptEnabled }, async (page) => {
          const id = await findSection(page, '4.2.3');
          await page.click('.way > summary');
          await page.click('.way .rail a:has-text("4.2.3")');
          const top = await readTop(page, `[id="${id}"]`);
          // Below the bar, which is still there.
          const bar = await page.locator('.way > summary').boundingBox();
          expect(bar!.y).toBe(0);
          expect(top).toBeGreaterThanOrEqual(bar!.height);
          expect(top).toBeLessThan(200);
          if (!javaScriptEnabled) return;
          await expect.poll(() => page.textContent('.way-at')).toContain('4.2.3');
          expect(await page.locator('.way').getAttribute('open')).toBeNull();
        });
      },
    );

    test('from a figure to its page, and back to its place', async () => {
      await visit(origins[origin]() + chapter, {}, async (page) => {
        const figure = page.locator('figure.figure').first();
        const id = await figure.getAttribute('id');
        await figure.locator('.downloads a').first().click();
        await page.waitForURL((url) => url.pathname.endsWith(`/figures/${id}.html`));
        await page.locator('.figure-page .drawing svg').first().waitFor();
        await page.click('.eyebrow a');
        await page.waitForURL((url) => decodeURIComponent(url.href).endsWith(`analytics.html#${id}`));
        expect(await readTop(page, `[id="${id}"]`)).toBeLessThan(200);
      });
    });

    test('comes back to the section that was read', async () => {
      await visit(origins[origin]() + chapter, phone, async (page) => {
        const id = await findSection(page, '4.2.3');
        await page.locator(`[id="${id}"]`).evaluate((one) => one.scrollIntoView());
        await expect.poll(() => page.textContent('.way-at')).toContain('4.2.3');
        await page.goto(`${origins[origin]()}reports/growth-lab/index.html`);
        await page.goto(origins[origin]() + chapter);
        await page.click('.resume a');
        await page.waitForURL(
          (url) => url.hash === `#${encodeURIComponent(id!)}` || decodeURIComponent(url.hash) === `#${id}`,
        );
        expect(await readTop(page, `[id="${id}"]`)).toBeLessThan(200);
        expect(await page.locator('.resume').count()).toBe(0);
      });
    });
  });

  test('a table is sorted by value, and as it was again', async () => {
    await visit(origins.file() + chapter, {}, async (page) => {
      const table = page.locator('table', { has: page.locator('caption:has-text("表 4-6")') });
      const column = await table.evaluate((one) =>
        [...(one as HTMLTableElement).tHead!.rows[0]!.cells].findIndex((cell) =>
          /新增/.test(cell.textContent!),
        ),
      );
      const read = () =>
        table.evaluate(
          (one, at) =>
            [...(one as HTMLTableElement).tBodies[0]!.rows].map((row) => row.cells[at]!.textContent!),
          column,
        );
      const written = await read();
      const head = table.locator('th').nth(column);
      const values = (await read()).map((text) => Number(text.replaceAll(',', ''))).sort((a, b) => a - b);
      expect(new Set(values).size).toBeGreaterThan(3);
      await head.locator('button').press('Enter');
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      expect((await read()).map((text) => Number(text.replaceAll(',', '')))).toEqual(values);
      await head.locator('button').click();
      expect((await read()).map((text) => Number(text.replaceAll(',', '')))).toEqual(values.toReversed());
      await head.locator('button').click();
      expect(await head.getAttribute('aria-sort')).toBeNull();
      expect(await read()).toEqual(written);
    });
  });

  test('the number of a section copies its full address', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    await visit(origins.http() + chapter, { permissions }, async (page) => {
      await page.locator('h3 > .number').first().click();
      expect(await page.locator('.copied').textContent()).toBe('已复制');
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(page.url());
      expect(new URL(copied).hash).not.toBe('');
    });
  });

  test('the sheet keeps the focus, and Escape gives it back to the bar', async () => {
    await visit(origins.file() + chapter, phone, async (page) => {
      await page.focus('.way > summary');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Shift+Tab');
      const isWithin = () => page.evaluate(() => document.activeElement!.closest('.sheet') !== null);
      expect(await isWithin()).toBe(true);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement!.localName)).toBe('summary');
      await page.keyboard.press('Tab');
      expect(await isWithin()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement!.localName)).toBe('summary');
      expect(await page.locator('.way').getAttribute('open')).toBeNull();
    });
  });

  test('a phone shows target, actual and attainment of every goal without scrolling aside', async () => {
    await visit(`${origins.file()}reports/growth-lab/index.html`, phone, async (page) => {
      const outside = await page.locator('table.goals tbody td').evaluateAll(
        (cells) =>
          cells.filter((cell) => {
            const { left, right } = cell.getBoundingClientRect();
            return left < 0 || right > innerWidth;
          }).length,
      );
      expect(await page.locator('table.goals tbody tr').count()).toBeGreaterThan(3);
      expect(outside).toBe(0);
    });
  });
});
