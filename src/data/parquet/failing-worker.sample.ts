/** For tests: a process that is handed a file and fails as the name of the file says. */
import process from 'node:process';
import type { CopyOrder } from './copy-worker.ts';

process.on('message', ({ source }: CopyOrder) => {
  if (source.includes('abort')) process.abort();
  if (source.includes('fault')) process.kill(process.pid, 'SIGSEGV');
  if (source.includes('leave')) process.exit(0);
  if (source.includes('loop')) for (;;);
});
