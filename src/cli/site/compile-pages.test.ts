import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { workerArguments } from '../../files/worker-arguments.ts';

test('a compiler whose build is gone ends, and leaves nothing', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fupan-pages-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const program = fileURLToPath(new URL('./compile-pages.ts', import.meta.url));
  const compiler = fork(program, [folder], {
    execArgv: [...workerArguments],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = once(compiler, 'exit');
  while ((await readdir(folder)).length === 0) await setTimeout(20);
  expect(compiler.exitCode).toBeNull();
  compiler.disconnect();
  await ended;
  expect(await readdir(folder)).toEqual([]);
});
