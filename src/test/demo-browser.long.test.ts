/** The demo course in a browser, opened by double click: from `file://`, with and without JavaScript. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from './copied-course.ts';
import { buildDemo, type DemoBuild } from './demo-build.ts';
import { openBrowser } from './open-browser.ts';

const { resolve } = createRequire(import.meta.url);
const axeFile = resolve('axe-core/axe.min.js');
const fontFile = resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
/** A fresh machine has no Chinese font; charts must hold in the widest of the usual ones. */
const chartFont = `@font-face { font-family: box-test; src: url("${pathToFileURL(fontFile).href}") }
  :root { --chart-font: box-test !important }`;
const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

const browser: Browser | undefined = await openBrowser();
let demo: DemoBuild;
let pages: string[] = [];

beforeAll(async () => {
  if (!browser) return;
  demo = await buildDemo();
  const all = (await listFiles(join(demo.root, 'dist'))).filter((file) => file.endsWith('.html'));
  // Pages of figures are alike, and their drawings are those of the chapters: one in ten is looked at.
  const isFigure = (file: string) => /^reports\/[^/]+\/figures\//.test(file);
  const figures = all.filter(isFigure).filter((_, at) => at % 10 === 0);
  pages = [...all.filter((file) => !isFigure(file)), ...figures];
}, 400_000);

afterAll(async () => {
  await browser?.close();
  await demo?.remove();
});

/** Looks at every page of the site in turn. */
async function visitEveryPage(
  options: BrowserContextOptions,
  look: (page: Page, file: string) => Promise<void>,
) {
  const context = await browser!.newContext(options);
  const page = await context.newPage();
  for (const file of pages) {
    await page.goto(pathToFileURL(join(demo.root, 'dist', file)).href);
    await look(page, file);
  }
  await context.close();
}

describe.skipIf(!browser)('demo course in a browser', { timeout: 900_000 }, () => {
  test('opens without an error and asks nothing of the network', async () => {
    const context = await browser!.newContext({ viewport: wide });
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('request', (request) => {
      if (!/^(file|data|blob):/.test(request.url())) trouble.push(request.url());
    });
    page.on('requestfailed', (request) => {
      // Going on to the next page cuts short what the last one was still fetching.
      const reason = request.failure()?.errorText ?? '';
      if (reason !== 'net::ERR_ABORTED') trouble.push(`${reason} ${request.url()}`);
    });
    page.on('pageerror', (error) => trouble.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(message.text());
    });
    for (const file of pages) {
      await page.goto(pathToFileURL(join(demo.root, 'dist', file)).href);
    }
    await context.close();
    expect(trouble).toEqual([]);
  });

  test('shows the same text with JavaScript off', async () => {
    const texts = async (javaScriptEnabled: boolean) => {
      const found = new Map<string, string>();
      await visitEveryPage({ viewport: wide, javaScriptEnabled }, async (page, file) => {
        // biome-ignore lint/performance/useDomNodeTextContent: hidden text must not count as shown
        found.set(file, (await page.locator('main').innerText()).replace(/\s+/g, ' '));
      });
      return found;
    };
    const [without, scripted] = [await texts(false), await texts(true)];
    for (const file of pages) expect(without.get(file), file).toBe(scripted.get(file));
  });

  test('fits a phone: nothing is wider than the screen', async () => {
    const tooWide: string[] = [];
    await visitEveryPage({ viewport: phone }, async (page, file) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > phone.width) tooWide.push(`${file}: ${width}`);
    });
    expect(tooWide).toEqual([]);
  });

  test.each([phone, wide, { width: 1440, height: 900 }])(
    'nothing moves while a page loads ($width px)',
    async (viewport) => {
      const moved: string[] = [];
      await visitEveryPage({ viewport }, async (page, file) => {
        moved.push(...(await findShifts(page)).map((shift) => `${file}: ${shift}`));
      });
      expect(moved).toEqual([]);
    },
  );

  test.each(['light', 'dark'] as const)('is accessible (%s)', async (colorScheme) => {
    const violations: string[] = [];
    await visitEveryPage({ viewport: wide, colorScheme }, async (page, file) => {
      await page.addScriptTag({ path: axeFile });
      violations.push(
        ...(await findAxeViolations(page, colorScheme)).map((violation) => `${file}: ${violation}`),
      );
    });
    expect(violations).toEqual([]);
  });

  test('no text of a chart overlaps another or leaves the chart', async () => {
    const trouble: string[] = [];
    await visitEveryPage({ viewport: wide, bypassCSP: true }, async (page, file) => {
      await page.addStyleTag({ content: chartFont });
      const loaded = await page.evaluate(
        async () => (await document.fonts.load('12px box-test', '复盘')).length,
      );
      expect(loaded).toBe(1);
      trouble.push(...(await findChartProblems(page)).map((one) => `${file}: ${one}`));
    });
    expect(trouble).toEqual([]);
  });
});

interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null }[];
}

/** What the browser has seen move by itself since the page began, and how far. */
async function findShifts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const entries = await new Promise<LayoutShift[]>((done) => {
      const observer = new PerformanceObserver((list) => done(list.getEntries() as LayoutShift[]));
      observer.observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done([]), 50);
    });
    const describe = ({ node }: LayoutShift['sources'][number]) =>
      node instanceof Element ? `${node.localName}.${node.className}` : node?.nodeName;
    // A word that moves by a pixel while a busy machine loads its font is less than anybody sees.
    const seen = entries.filter(({ value }) => value >= 1e-4);
    return seen.map(({ value, sources }) => `${value.toFixed(4)} ${sources.map(describe).join(' ')}`);
  });
}

interface Axe {
  run(
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>;
}

/** In the dark nothing but the colours is another. */
async function findAxeViolations(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  return page.evaluate(async (colours) => {
    const { axe } = window as unknown as { axe: Axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
    const only =
      colours === 'dark' ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: tags };
    const { violations } = await axe.run({ runOnly: only });
    return violations.map(({ id, nodes }) => `${id} ×${nodes.length} ${nodes[0]?.target.join(' ')}`);
  }, scheme);
}

/** Boxes of the ink: a CJK glyph stands 0.88 em above the line and 0.12 em below it, whatever the font's own leading. */
async function findChartProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slack = 1;
    const inkOf = (text: SVGTextElement) => {
      const { x, width } = text.getBBox();
      const size = Number.parseFloat(getComputedStyle(text).fontSize);
      const line = text.getNumberOfChars() > 0 ? text.getStartPositionOfChar(0).y : 0;
      const toPage = text.getScreenCTM()!;
      const corners = [x, x + width].flatMap((at) =>
        [line - 0.88 * size, line + 0.12 * size].map((y) => new DOMPoint(at, y).matrixTransform(toPage)),
      );
      const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
      const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      return { name: text.textContent ?? '', left, right, top, bottom };
    };
    return [...document.querySelectorAll('figure svg')].flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      const inks = [...svg.querySelectorAll('text')]
        .filter((text) => text.textContent?.trim() && text.getBBox().width > 0)
        .map(inkOf);
      const cut = inks.filter(
        ({ left, right, top, bottom }) =>
          Math.min(left - frame.left, frame.right - right, top - frame.top, frame.bottom - bottom) < -slack,
      );
      const over = inks.flatMap((a, index) =>
        inks
          .slice(index + 1)
          .filter(
            (b) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack,
          )
          .map((b) => `“${a.name}” covers “${b.name}”`),
      );
      return [...cut.map(({ name }) => `“${name}” is cut`), ...over];
    });
  });
}
