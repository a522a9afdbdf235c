import { RefusedPathError } from '../files/path-guard.ts';
import { type Context, type ExitCode, UsageError } from './command.ts';

interface Telling extends Pick<Context, 'words' | 'terminal'> {
  /** Whether technical details are wanted. */
  debug: boolean;
}

/** Tells a failure in one line and a hint; gives the exit code. */
export function tellFailure(error: unknown, { words, terminal, debug }: Telling): ExitCode {
  if (error instanceof UsageError) {
    terminal.printError([error.message, error.hint].filter(Boolean).join('\n'));
    return 2;
  }
  if (error instanceof RefusedPathError) {
    terminal.printError([words.refusedPath(error.path, error.why), words.refusedPathCure].join('\n'));
    return 1;
  }
  const message = error instanceof Error ? error.message : String(error);
  terminal.printError(words.unexpected(message.split('\n')[0] ?? ''));
  if (!debug) terminal.printError(words.debugHint);
  else if (error instanceof Error) terminal.printError(`${error.stack}\n${formatCauses(error)}`);
  return 1;
}

function formatCauses(error: Error): string {
  return error.cause instanceof Error ? `${error.cause.stack}\n${formatCauses(error.cause)}` : '';
}
