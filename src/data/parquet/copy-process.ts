import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { workerArguments } from '../../files/worker-arguments.ts';
import type { CopyOrder, CopyReply } from './copy-worker.ts';

/** `died`: the process ended and said nothing. */
export type CopyResult = CopyReply | { died: true };

const workerFile = fileURLToPath(new URL('./copy-worker.ts', import.meta.url));

/** Has a process write the file anew, and waits until it has ended. `worker`: what it runs, for tests. */
export async function runCopyProcess(order: CopyOrder, worker = workerFile): Promise<CopyResult> {
  const child = fork(worker, [], {
    execArgv: [...workerArguments],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let result: CopyResult = { died: true };
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
    // It could not be started, or not be told.
    child.on('error', (error) => {
      result = { error: error.message };
      if (child.pid === undefined) resolve();
    });
  });
  child.on('message', (reply: CopyReply) => {
    result = reply;
  });
  // It watches its own processor time. This is for one that cannot, or that waits for good.
  const timer = setTimeout(() => {
    result = { limit: 'time' };
    child.kill('SIGKILL');
  }, order.limit * 10);
  child.send(order, () => undefined);
  await ended;
  clearTimeout(timer);
  return result;
}
