/** A query's time is its own: neighbours that keep all processors busy end none that is within its limit. */
import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine } from './open-engine.ts';

const seconds = 2;
const opened = await Promise.all([1, 2].map(() => openEngine([], { zone: 'Asia/Shanghai', seconds })));
const [first, second] = opened.map(({ engine }) => engine);
const neighbours: ChildProcess[] = [];

beforeAll(() => {
  for (let i = 0; i < 10 * availableParallelism(); i++)
    neighbours.push(spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
});
afterAll(() => {
  for (const one of neighbours) one.kill('SIGKILL');
  for (const { engine } of opened) engine.close();
});

const short = 'select count(*) as n from range(20000) a, range(4000) b where (a.range + b.range) % 7 = 1';
const endless =
  'select count(*) from range(100000000) a, range(100000000) b where a.range % 7 = b.range % 11';

test('a query within its limit is answered, though it takes longer by the clock', {
  timeout: 240_000,
}, async () => {
  // Two waits in line for each: by the clock of the wall the last one is far beyond the limit.
  const begun = performance.now();
  const many = Array.from({ length: 3 }, () => [first!.query(short), second!.query(short)]).flat();
  const answers = await Promise.all(many);
  expect(new Set(answers.map(({ rows }) => rows[0]?.n)).size).toBe(1);
  expect((performance.now() - begun) / 3).toBeGreaterThan(seconds * 1000);
});

test('an endless one ends, beside another and then alone, and the other is answered', {
  timeout: 240_000,
}, async () => {
  const begun = process.cpuUsage();
  const ended = first!.query(endless).catch((error: unknown) => error);
  const answers = await Promise.all([1, 2].map(() => second!.query(short)));
  expect(answers).toHaveLength(2);
  expect(String(await ended)).toContain(`${seconds} 秒处理器时间`);
  const { user, system } = process.cpuUsage(begun);
  // Twice at most, with what the others took and what goes unseen between two looks.
  expect((user + system) / 1e6).toBeLessThan(4 * seconds);
});
