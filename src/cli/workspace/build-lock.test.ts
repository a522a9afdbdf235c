import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { commandWords } from '../../words/command-words.ts';
import { UsageError } from '../command.ts';
import { lockFile, restoreOutput, withLock } from './build-lock.ts';
import { claimWorkFolder, computeStamp } from './claim-work-folder.ts';
import { readStartTicks } from './process-age.ts';

let root = '';
const at = (name: string) => join(root, name);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'fupan-lock-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  await claimWorkFolder(root);
});

/** Another process that runs: the one that started this one. */
const other = process.ppid;

function writeLock(changes: object = {}): void {
  const holder = { pid: other, ticks: readStartTicks(other), host: hostname(), folder: computeStamp(root) };
  writeFileSync(at(lockFile), JSON.stringify({ ...holder, ...changes }));
}

const tryLock = () => withLock(root, commandWords.zh, async () => 'done');

test('the lock is there while work is done, and gone after it, also after a failure', async () => {
  await withLock(root, commandWords.zh, async () => {
    expect(JSON.parse(readFileSync(at(lockFile), 'utf8'))).toMatchObject({ pid: process.pid });
  });
  await expect(
    withLock(root, commandWords.zh, async () => {
      throw new RangeError('work');
    }),
  ).rejects.toThrow('work');
  expect(readdirSync(at('.fupan'))).toEqual(['made-here']);
});

test('a build that runs is named, with its lock', async () => {
  writeLock();
  const refusal = await tryLock().catch((error: unknown) => error as UsageError);
  expect(refusal).toBeInstanceOf(UsageError);
  expect((refusal as UsageError).message).toContain(`进程 ${other}`);
  expect((refusal as UsageError).hint).toContain(at(lockFile));
});

test('one of another user, who may not be asked, is believed', async () => {
  writeLock({ pid: 7654321, ticks: '' });
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' });
  });
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  await expect(tryLock()).rejects.toThrow('进程 7654321');
});

test('one of another machine is believed, and its machine named', async () => {
  writeLock({ pid: 7654321, host: '别的电脑' });
  await expect(tryLock()).rejects.toThrow('电脑 别的电脑 上的进程 7654321');
});

test.each([
  ['of a process that is no more', () => writeLock({ pid: 7654321 })],
  ['that came with a course, or was copied with it', () => writeLock({ folder: '1 2 3\n' })],
  ['that nobody wrote to the end', () => writeFileSync(at(lockFile), '')],
  ['that says nothing', () => writeFileSync(at(lockFile), '[]')],
])('one %s is taken over', async (_, write) => {
  write();
  expect(await tryLock()).toBe('done');
});

test('one whose number has gone to a later process is taken over', async () => {
  writeLock({ ticks: process.platform === 'linux' ? '1' : '' });
  utimesSync(at(lockFile), 1000, 1000);
  expect(await tryLock()).toBe('done');
});

test('an output half moved is put back, but not under a build that is just moving it', async () => {
  mkdirSync(at('.fupan/old'));
  writeFileSync(at('.fupan/old/page.html'), 'old');
  writeLock();
  await restoreOutput(root);
  expect(readdirSync(root)).toEqual(['.fupan']);
  rmSync(at(lockFile));
  await restoreOutput(root);
  expect(readFileSync(at('dist/page.html'), 'utf8')).toBe('old');
});

test('no output is taken from a folder that came with the course', async () => {
  mkdirSync(at('.fupan/old'));
  writeFileSync(at('.fupan/made-here'), '1 2 3\n');
  await restoreOutput(root);
  expect(readdirSync(root)).toEqual(['.fupan']);
});
