/** The gallery in a browser, from `file://`: every point of every kind by the arrow keys, and all of it read without styles. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../charts/kinds/kinds.ts';
import { fixtures, runFupan } from './copied-course.ts';
import { openBrowser } from './open-browser.ts';

const browser: Browser | undefined = await openBrowser();
let root = '';

beforeAll(async () => {
  if (!browser) return;
  root = await mkdtemp(join(tmpdir(), 'fupan-gallery-'));
  await cp(join(fixtures, 'base'), root, { recursive: true });
  await runFupan(['build', '--root', root]);
}, 400_000);

afterAll(async () => {
  await browser?.close();
  if (root) await rm(root, { recursive: true });
});

/** Looks at the page of every kind in turn. */
async function visitEveryKind<T>(
  options: { javaScriptEnabled?: boolean; width: number },
  look: (page: Page, kind: string) => Promise<T>,
): Promise<Map<string, T>> {
  const { width, ...more } = options;
  const context = await browser!.newContext({ viewport: { width, height: 900 }, ...more });
  const page = await context.newPage();
  const seen = new Map<string, T>();
  for (const kind of Object.keys(kinds)) {
    await page.goto(pathToFileURL(join(root, `dist/guide/figures/${kind}.html`)).href);
    seen.set(kind, await look(page, kind));
  }
  await context.close();
  return seen;
}

/** What can be pointed at in the drawing that is shown, as it stands in the page before a script. */
interface Marks {
  /** Hover texts of marks that are no line. */
  points: string[];
  /** A long line stands for its points: how many numbers the table has under each name. */
  lines: { name: string; numbers: number }[];
}

const readMarks = (page: Page): Promise<Marks> =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('.drawing')].find((one) => one.getClientRects().length > 0);
    // A drawing without words of its own has those of the one for the text.
    const spoken = shown?.querySelector('svg * > title') ? shown : document.querySelector('.drawing.text');
    const isPainted = (mark: Element, key: string) =>
      !['none', undefined, null].includes(mark.closest(`[${key}]`)?.getAttribute(key));
    // Marks painted alike are one path, and each has a line of its title.
    const marks = [...(spoken?.querySelectorAll('svg * > title') ?? [])].flatMap((title) =>
      title.textContent!.split('\n').map((text) => ({
        text,
        line: !isPainted(title.parentElement!, 'fill') && isPainted(title.parentElement!, 'stroke'),
      })),
    );
    const heads = [...document.querySelectorAll('figure thead th')].map((head) => head.textContent!.trim());
    const rows = [...document.querySelectorAll('figure tbody tr')].map((row) => [...row.children]);
    const isLong = ({ line, text }: (typeof marks)[number]) => line && heads.includes(text);
    const numbersUnder = (name: string) =>
      rows.filter((cells) => /\d/.test(cells[heads.indexOf(name)]?.textContent ?? '')).length;
    return {
      points: marks.filter((mark) => !isLong(mark)).map(({ text }) => text),
      lines: marks.filter(isLong).map(({ text }) => ({ name: text, numbers: numbersUnder(text) })),
    };
  });

/** The texts announced one after the other, from the first point on until nothing new is. */
async function stepThroughPlot(page: Page): Promise<{ announced: string[]; outside: number }> {
  const plot = page.locator('.plot');
  await plot.focus();
  const look = () =>
    plot.evaluate((one) => {
      const ring = one.querySelector('.ring')!.getBoundingClientRect();
      const frame = one.getBoundingClientRect();
      const inside = ring.width > 0 && ring.left >= frame.left - 8 && ring.right <= frame.right + 8;
      return { text: one.querySelector('[aria-live]')!.textContent ?? '', inside, at: `${ring.x} ${ring.y}` };
    });
  const [announced, seen] = [[] as string[], new Set<string>()];
  let outside = 0;
  await page.keyboard.press('Home');
  for (let step = await look(); !seen.has(`${step.at} ${step.text}`); step = await look()) {
    seen.add(`${step.at} ${step.text}`);
    announced.push(step.text);
    if (!step.inside) outside++;
    await page.keyboard.press('ArrowRight');
  }
  return { announced, outside };
}

describe.skipIf(!browser)('the gallery in a browser', { timeout: 900_000 }, () => {
  test.each([390, 1440])('%i px wide: arrow keys reach every point, and each is announced', async (width) => {
    const drawn = await visitEveryKind({ javaScriptEnabled: false, width }, readMarks);
    await visitEveryKind({ width }, async (page, kind) => {
      const { points, lines } = drawn.get(kind)!;
      const { announced, outside } = await stepThroughPlot(page);
      const count = points.length + lines.reduce((sum, { numbers }) => sum + numbers, 0);
      expect(count, kind).toBeGreaterThan(1);
      expect(
        [...new Set(points)].filter((text) => !announced.includes(text)),
        kind,
      ).toEqual([]);
      expect(announced.filter((text) => !points.includes(text)).length, kind).toBe(count - points.length);
      expect(announced.length, kind).toBe(count);
      expect(outside, kind).toBe(0);
    });
  });

  test('all is read without styles: captions, findings, descriptions, numbers, examples', async () => {
    await visitEveryKind({ width: 1440, javaScriptEnabled: false }, async (page, kind) => {
      // biome-ignore lint/performance/useDomNodeTextContent: hidden text must not count as shown
      const text = () => page.locator('main').innerText();
      // Labels of a drawing: without styles there is the one as wide as the text.
      const labels = new Set(await page.locator('svg text').allTextContents());
      const styled = (await text()).split(/[\n\t]/).map((line) => line.trim());
      await page.evaluate(() => {
        for (const sheet of document.querySelectorAll('style, link[rel="stylesheet"]')) sheet.remove();
        for (const one of document.querySelectorAll('[style]')) one.removeAttribute('style');
      });
      expect(await page.evaluate(() => document.styleSheets.length)).toBe(0);
      const bare = await text();
      expect(styled.filter(Boolean).length, kind).toBeGreaterThan(30);
      // Without styles what stood in lines of their own may share one.
      const lost = styled.filter((line) => !bare.includes(line) && !labels.has(line));
      expect(lost, kind).toEqual([]);
      expect(await findUnread(page), kind).toEqual([]);
    });
  });
});

/** Parts of the figure that are not there to be read. */
const findUnread = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['svg', 'figcaption', '.finding', '.alternative', 'tbody td', '.downloads a'].filter((part) => {
      const found = document.querySelector(`figure ${part}`);
      const announced = found?.querySelector('title, desc')?.textContent ?? found?.textContent ?? '';
      return (found?.getClientRects().length ?? 0) === 0 || announced.trim() === '';
    }),
  );
