/** What a stranger once handed in, as it lies beside the repository: each ends with its right outcome, and soon. */
import { appendFile, copyFile, cp, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { copyCourse, listFiles, runFupan } from './copied-course.ts';

const cases = fileURLToPath(new URL('../../../shared/data/attack-cases', import.meta.url));
const there = await stat(cases).then(
  () => true,
  () => false,
);
if (!there) console.warn(`SKIPPED: no ${cases}`);

/** The course `base`, and in it a file of the cases. */
async function createCourse(name: string, to: string): Promise<string> {
  const root = await copyCourse('base');
  await mkdir(dirname(join(root, to)), { recursive: true });
  await copyFile(join(cases, name), join(root, to));
  return root;
}

async function checkCourse(root: string): Promise<{ code: number | null; out: string }> {
  const before = process.hrtime.bigint();
  const { code, out, err } = await runFupan(['check', '--root', root]);
  expect(Number(process.hrtime.bigint() - before) / 1e9).toBeLessThan(30);
  expect(err).not.toMatch(/意外|Error|Maximum call stack/);
  return { code, out };
}

describe.runIf(there)('attack cases', () => {
  test.each([
    ['overwrite-other-team.xlsx', 'data/r/visits-2.xlsx'],
    ['sheet-name-outside.xlsx', 'data/r/visits-3.xlsx'],
  ])('%s writes to no other folder, and is told with its file', { timeout: 60_000 }, async (name, to) => {
    const root = await createCourse(name, to);
    await cp(join(root, 'data/r'), join(root, 'data/victim'), { recursive: true });
    const before = await listFiles(root);
    const { code, out } = await checkCourse(root);
    expect(code).toBe(1);
    expect(out).toContain(to);
    expect(await listFiles(root)).toEqual(before);
  });

  test.each([
    ['self-alias-index.mdx', 'content/reports/r/index.mdx'],
    ['self-alias-own.vl.yaml', 'data/r/charts/own.vl.yaml'],
  ])('%s is a problem of its line', { timeout: 60_000 }, async (name, to) => {
    const root = await createCourse(name, to);
    await appendFile(
      join(root, 'content/reports/r/01-base.mdx'),
      '\n<Chart spec="own" id="own" caption="自己画的图" />\n',
    );
    const { code, out } = await checkCourse(root);
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`${to.replaceAll('.', '\\.')}:\\d+(:\\d+)? 错误`));
  });

  test('no URL of javascript-url.bib runs or leaves', { timeout: 120_000 }, async () => {
    const root = await createCourse('javascript-url.bib', 'content/reports/r/references.bib');
    const { code, out } = await checkCourse(root);
    expect(code).toBe(1);
    expect(out).toMatch(/references\.bib:\d+/);
    await runFupan(['build', '--draft', '--root', root]);
    for (const file of (await listFiles(root)).filter((one) => one.endsWith('.html'))) {
      const html = await readFile(join(root, file), 'utf8');
      expect(html, file).not.toMatch(/(?:href|src)="(?:javascript|data):|<img src=x|<script>alert/i);
    }
  });

  test('a date of the year 6 is told at its cell', { timeout: 60_000 }, async () => {
    const root = await copyCourse();
    await cp(join(cases, 'repro-date-year6'), root, { recursive: true });
    const { code, out } = await checkCourse(root);
    expect(code).toBe(1);
    expect(out).toMatch(/data\/t1\/visits\.csv:\d+:\d+ 错误/);
    expect(out).not.toContain('chart-too-slow');
  });
});
