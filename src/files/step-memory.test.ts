import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FileDigester, hashFile } from './folder-files.ts';
import { StepMemory } from './step-memory.ts';

const open = () => new StepMemory(new FileDigester(Date.now));

test('a step is made again when its key is another', () => {
  const memory = open();
  let made = 0;
  const make = () => ++made;
  expect([memory.remember('a', '1', make), memory.remember('a', '1', make)]).toEqual([1, 1]);
  expect([memory.remember('a', '2', make), memory.remember('a', '1', make)]).toEqual([2, 3]);
});

test('a promise that fails is not kept', async () => {
  const memory = open();
  await expect(memory.remember('a', '1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await memory.remember('a', '1', async () => 2)).toBe(2);
});

test('what nobody asked for is forgotten, of the steps that are swept', () => {
  const memory = open();
  for (const name of ['file a', 'file b', 'chapter c']) memory.remember(name, '1', () => 1);
  memory.sweep('file ');
  memory.remember('file b', '1', () => 2);
  memory.sweep('file ');
  expect(['file a', 'file b', 'chapter c'].map((name) => memory.peek(name))).toEqual([undefined, 1, 1]);
});

test('the digest of a file is that of what is in it, also where its clock counts two seconds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fupan-digests-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'a');
  const tick = new Date('2026-03-02T00:00:00Z');
  const write = (text: string) => {
    writeFileSync(file, text);
    utimesSync(file, tick, tick);
  };
  const files = new FileDigester(Date.now);
  for (const text of ['a', 'b', 'cc', 'b']) {
    write(text);
    expect(await files.digest(file)).toBe(await hashFile(file));
    expect(await files.digest(file)).toBe(await hashFile(file));
  }
});
