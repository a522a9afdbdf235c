import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';

/** Runs a command line in this process and catches what it says. */
async function said(...args: string[]) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await run(args, { stdout, stderr, env: {} });
  const text = (stream: PassThrough) => String(stream.read() ?? '');
  return { code, out: text(stdout), err: text(stderr) };
}

describe('run', () => {
  test('shows help on stdout', async () => {
    const { code, out, err } = await said('--help', '--lang', 'en');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Usage: npm run');
  });

  test('a mistake in the command line is told on stderr with exit code 2', async () => {
    expect(await said('chek')).toEqual({
      code: 2,
      out: '',
      err: '没有“chek”这个命令。\n你是不是想写“check”？\n',
    });
  });

  test('a folder that is not there', async () => {
    const { code, err } = await said('check', '--root', '/no/such/folder');
    expect(code).toBe(2);
    expect(err).toContain('没有“/no/such/folder”这个文件夹。');
  });

  test('a folder without a course', async () => {
    const root = await mkdtemp(join(tmpdir(), 'fupan-empty-'));
    const { code, err } = await said('build', '--root', root);
    await rm(root, { recursive: true });
    expect(code).toBe(2);
    expect(err).toContain('没有 content 文件夹');
    expect(err).toContain('npm run new -- 报告名');
  });
});
