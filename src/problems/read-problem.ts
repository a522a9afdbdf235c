import type { Problem } from '../base/problem.ts';
import { createProblem } from './catalog.ts';
import { isHeld } from './error-code.ts';

/** What DuckDB says of a file that another program holds, and Windows in Chinese. */
const refusedMessage = /being used by another process|另一个程序正在使用|permission denied|access is denied/i;

/**
 * The problem of a file that could not be read. `file`: its path from the course root; it takes the place of `absolute`,
 * its path on this machine, which no author is shown.
 */
export function createReadProblem(error: unknown, file: string, absolute: string): Problem {
  const message = error instanceof Error ? error.message : String(error);
  if (isHeld(error) || refusedMessage.test(message))
    return createProblem('file-in-use', { file }, { name: file.slice(file.lastIndexOf('/') + 1) });
  const [first = ''] = message.split('\n');
  const reason = first.replaceAll(absolute, file).replaceAll(absolute.replaceAll('\\', '/'), file);
  return createProblem('unreadable-file', { file }, { reason });
}
