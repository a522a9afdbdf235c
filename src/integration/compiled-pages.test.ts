import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openCompiledPages, type RunAstro } from './compiled-pages.ts';

let folder = '';
let runs = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fupan-pages-'));
  runs = 0;
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Lays what Astro lays, and lets the integration keep it. */
const runAstro: RunAstro = async ({ cacheDir, outDir }, integrations) => {
  runs++;
  put(join(outDir, 'assets/site.js'), 'asset');
  put(join(cacheDir, 'server/.prerender/prerender-entry.abc.mjs'), 'export const app = {};');
  put(join(cacheDir, 'server/.prerender/chunks/a.mjs'), '1');
  for (const { hooks } of integrations) {
    let setup: (() => unknown) | undefined;
    await hooks['astro:build:start']?.({
      setPrerenderer(prerenderer: { setup: () => unknown }) {
        setup = prerenderer.setup;
      },
    } as never);
    await setup?.();
  }
};

const open = () => openCompiledPages(folder, runAstro);

test('pages are compiled once, and found again', async () => {
  const made = await open();
  expect(made.entry).toMatch(/server\/prerender-entry\.abc\.mjs$/);
  expect(readdirSync(made.assets, { recursive: true })).toContain(join('assets', 'site.js'));
  expect(await open()).toEqual(made);
  expect(runs).toBe(1);
  expect(readdirSync(folder)).toHaveLength(2);
});

test('two that begin together both get them, and leave nothing else', async () => {
  const [a, b] = await Promise.all([open(), open()]);
  expect(a).toEqual(b);
  expect(await open()).toEqual(a);
  expect(readdirSync(folder)).toHaveLength(2);
});

test.each([
  ['is changed', (server: string) => appendFileSync(join(server, 'chunks/a.mjs'), '2')],
  ['is gone', (server: string) => rmSync(join(server, 'chunks/a.mjs'))],
  ['is added', (server: string) => writeFileSync(join(server, 'chunks/b.mjs'), '1')],
])('a file that %s there is never run: they are compiled again', async (_, damage) => {
  const made = await open();
  damage(dirname(made.entry));
  expect(await open()).toEqual(made);
  expect(runs).toBe(2);
  expect(readdirSync(dirname(made.entry), { recursive: true })).toHaveLength(3);
});
