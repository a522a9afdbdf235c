import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { workerArguments } from '../../files/worker-arguments.ts';
import type { RenewedWorkbook } from './old-workbook-worker.ts';

const workerFile = fileURLToPath(new URL('./old-workbook-worker.ts', import.meta.url));

/** Milliseconds that a reader waits at most for one file. */
const mostTime = 30_000;

/**
 * Writes a workbook of before 2007 as one of today, in a process of its own: a damaged one may keep the library going for
 * ever, or ask for more memory than there is.
 */
export async function renewOldWorkbook(bytes: Uint8Array): Promise<RenewedWorkbook> {
  const child = fork(workerFile, [], {
    execArgv: [...workerArguments, '--max-old-space-size=1024'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), mostTime);
  try {
    return await new Promise<RenewedWorkbook>((resolve) => {
      child.on('message', (answer: RenewedWorkbook) => resolve(answer));
      child.on('error', () => resolve('damaged'));
      child.on('exit', () => resolve('damaged'));
      child.send(bytes, (error) => error && resolve('damaged'));
    });
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}
