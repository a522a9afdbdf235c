import { type Account, SpentError } from '../base/limits/spending.ts';
import { type EngineTurns, engineTurns, type Turn } from './engine-turns.ts';

interface TimedWork<T> {
  run: () => Promise<T>;
  /** Makes `run` fail soon. */
  stop: () => void;
  /** Milliseconds of processor time. */
  limit: number;
  account: Account;
}

/** Work that took more processor time than it may. */
export class TooLongError extends Error {}

const pause = 100;

/**
 * Does work on an engine within its limit and within what its report has left. Work that exceeds them beside others, or
 * finds no memory there, is done once more alone; only that decides, and only that is paid. The engine works on a thread of its own, so that this
 * one is free to look after it; where it is not, work ends later and never earlier. So does work within one call of one
 * function, in which the engine heeds nobody; the worst of these are refused before (`query-guard.ts`).
 */
export async function runInTime<T>(work: TimedWork<T>, turns: EngineTurns = engineTurns): Promise<T> {
  const first = await turns.take((turn) => attempt(work, turn, true));
  const last = first ?? (await turns.take((turn) => attempt(work, turn, false), { alone: true }));
  return last!.result;
}

/** Undefined where it took too long, or more memory than there was, but not alone, and may have its second chance. */
async function attempt<T>(
  { run, stop, limit, account }: TimedWork<T>,
  turn: Turn,
  isFirst: boolean,
): Promise<{ result: T } | undefined> {
  const most = Math.min(limit, account.left);
  if (most <= 0) throw new SpentError();
  let isStopped = false;
  const timer = setInterval(() => {
    if (turn.spent <= most) return;
    isStopped = true;
    stop();
  }, pause);
  try {
    const result = await run();
    account.pay(turn.spent);
    return { result };
  } catch (error) {
    if ((isStopped || isOutOfMemory(error)) && isFirst && !turn.isAlone) return undefined;
    account.pay(turn.spent);
    if (!isStopped) throw error;
    throw account.left <= 0 ? new SpentError() : new TooLongError();
  } finally {
    clearInterval(timer);
  }
}

/** As DuckDB says it. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && /^Out of Memory/i.test(error.message);
