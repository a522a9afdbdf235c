import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { isExact, KeptSteps, keepStep } from './kept-steps.ts';

let folder = '';
let made = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fupan-steps-'));
  made = 0;
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const make = async () => ({ made: ++made });

/** One build: what it asks for, by name and key. */
async function build(asked: Record<string, string>) {
  const steps = new KeptSteps(folder, 'r');
  const results: Record<string, { made: number }> = {};
  for (const [name, key] of Object.entries(asked)) results[name] = await keepStep(steps, name, key, make);
  await steps.write();
  return { results, hasTaken: steps.hasTaken };
}

test('a step is made again where its key is another, and no other step', async () => {
  const first = await build({ a: '1', b: '1' });
  expect(first).toEqual({ results: { a: { made: 1 }, b: { made: 2 } }, hasTaken: false });
  const same = await build({ a: '1', b: '1' });
  expect(same).toEqual({ ...first, hasTaken: true });
  expect((await build({ a: '2', b: '1' })).results).toEqual({ a: { made: 3 }, b: { made: 2 } });
});

test('what a build does not ask for goes', async () => {
  await build({ a: '1', b: '1' });
  await build({ a: '1' });
  expect((await build({ b: '1' })).results).toEqual({ b: { made: 3 } });
});

test('a file that somebody changed is none', async () => {
  await build({ a: '1' });
  appendFileSync(join(folder, 'r.json'), ' ');
  expect(await build({ a: '1' })).toEqual({ results: { a: { made: 2 } }, hasTaken: false });
});

test.each([
  [[1, 'x', null, { a: undefined }], true],
  [{ a: [Number.NaN] }, false],
  [{ a: -0 }, false],
  [[undefined], false],
  [new Map(), false],
  [{ at: new Date(0) }, false],
  [{ a: () => 1 }, false],
])('%j is kept: %j', async (value, kept) => {
  expect(isExact(value)).toBe(kept);
  const keep = async () => {
    const steps = new KeptSteps(folder, 'r');
    await steps.keep('a', '', async () => value);
    await steps.write();
    return steps.hasTaken;
  };
  await keep();
  expect(await keep()).toBe(kept);
});
