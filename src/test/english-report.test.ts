/** A report in English whose data and texts have no Chinese shows none, and counts one thing as one. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtures, listFiles, runFupan } from './copied-course.ts';
import { PdfFile } from './pdf-file.ts';

/** What each file of the built course shows: texts, names of parts, descriptions; scripts and the mark of the program aside. */
const shown = new Map<string, string>();

const chinese = /[\p{Script=Han}，。；：、（）「」【】《》！？～]/gu;
/** Of nothing else than 1: “1 rows”, “1 days”. Words that end so and are one are listed. */
const badPlural = /(?<![\d.,:/–-])1 (?!(?:is|was|has|this|plus|s|less)\b)[a-z]{2,}s\b/g;

function readHtml(html: string): string {
  return html
    .replace(/<(script|style|head|pre)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<span class="seal"[\s\S]*?<\/a>/g, ' ')
    .replace(/\b(?:alt|aria-label|title|placeholder|data-hint)="([^"]*)"/g, '> $1 <')
    .replace(/<[^>]*>/g, ' ');
}

let root = '';

afterAll(() => rm(root, { recursive: true, force: true }));

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fupan-english-'));
  await cp(join(fixtures, 'english'), root, { recursive: true });
  const { code, out } = await runFupan(['build', '--root', root]);
  expect(out).toContain(' 0 ');
  expect(code).toBe(0);
  const dist = join(root, 'dist');
  const files = (await listFiles(dist)).filter(
    (file) => !/^(?:guide|assets)\//.test(file.replaceAll('\\', '/')),
  );
  for (const file of files) {
    if (/\.html$/.test(file)) shown.set(file, readHtml(await readFile(join(dist, file), 'utf8')));
    // What was asked of the engine is shown as it was asked.
    else if (/\.(?:json|svg)$/.test(file))
      shown.set(
        file,
        (await readFile(join(dist, file), 'utf8')).replace(/"sql": ".*"|font-family="[^"]*"/g, ''),
      );
    else if (/\.pdf$/.test(file)) {
      const pdf = new PdfFile(await readFile(join(dist, file)));
      shown.set(file, Array.from({ length: pdf.pages.length }, (_, page) => pdf.pageText(page)).join('\n'));
    }
  }
}, 120_000);

test('there is every kind of page, the drawings and the PDF', () => {
  const names = [...shown.keys()].map((file) => file.replaceAll('\\', '/'));
  for (const name of ['index.html', 'course.json', 'reports/e.pdf']) expect(names).toContain(name);
  for (const name of ['index', 'users', 'numbers', 'data', 'figures', 'references'])
    expect(names).toContain(`reports/e/${name}.html`);
  expect(names.filter((name) => name.endsWith('.svg')).length).toBeGreaterThan(4);
  expect([...shown.values()].every((text) => text.trim() !== '')).toBe(true);
});

test('no Chinese word or mark', () => {
  const found = [...shown].flatMap(([file, text]) =>
    [...text.matchAll(chinese)].map(
      ({ index }) => `${file}: ${text.slice(Math.max(0, index - 40), index + 20)}`,
    ),
  );
  expect(found).toEqual([]);
});

test('one of a thing is named as one', () => {
  const found = [...shown].flatMap(([file, text]) =>
    [...text.matchAll(badPlural)].map(([hit]) => `${file}: ${hit}`),
  );
  expect(found).toEqual([]);
});
