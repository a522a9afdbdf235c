import type { Problem } from '../base/problem.ts';
import { createProblem } from './catalog.ts';

/** How systems refuse a file that another program holds, as Excel does on Windows, or that may not be read. */
const refusedCodes = new Set<unknown>(['EBUSY', 'EPERM', 'EACCES']);

/** What DuckDB says of one, and Windows in Chinese. */
const refusedMessage = /being used by another process|另一个程序正在使用|permission denied|access is denied/i;

/**
 * The problem of a file that could not be read. `file`: its path from the course root; it takes the place of `absolute`,
 * its path on this machine, which no author is shown.
 */
export function createReadProblem(error: unknown, file: string, absolute: string): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (refusedCodes.has(code) || refusedMessage.test(message))
    return createProblem('file-in-use', { file }, { name: file.slice(file.lastIndexOf('/') + 1) });
  const [first = ''] = message.split('\n');
  const reason = first.replaceAll(absolute, file).replaceAll(absolute.replaceAll('\\', '/'), file);
  return createProblem('unreadable-file', { file }, { reason });
}

/** Whether a file, or its folder, is not there. */
export function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
