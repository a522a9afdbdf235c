/**
 * Reads a Parquet file that was handed in, from its first byte to its last, and writes it anew. Runs in a process of its
 * own: what a damaged file does to the engine ends this process and nothing else.
 */
import { statSync } from 'node:fs';
import process from 'node:process';
import { quoteSqlText } from '../../base/quoting.ts';
import { openInstance } from '../open-instance.ts';

/** What the program sends. */
export interface CopyOrder {
  source: string;
  target: string;
  /** Folder for what does not fit into memory. */
  spill: string;
  /** Milliseconds of processor time. */
  limit: number;
}

export type CopyLimit = 'time' | 'memory' | 'disk';

/** What comes back; nothing does when the process has died. */
export type CopyReply = { done: true } | { error: string } | { limit: CopyLimit };

/** Bytes of the whole process; the engine takes a third of them, and little beside. */
const mostMemory = 3_000_000_000;
/** Bytes of the copy. */
const mostDisk = 20_000_000_000;
const pause = 100;

/**
 * Rows of a group, which waits in memory until it is whole: as many as is usual, and where they are too large, fewer.
 * Reading afterwards is quickest with many.
 */
const groupRows = [122_880, 2048];

process.on('message', async (order: CopyOrder) => {
  watch(order);
  const reply = await copyFile(order).then(
    (): CopyReply => ({ done: true }),
    (error: unknown): CopyReply => toReply(error),
  );
  process.send?.(reply, () => process.disconnect());
});

async function copyFile({ source, target, spill }: CopyOrder): Promise<void> {
  const connection = await (await openInstance(spill)).connect();
  await connection.run(`set allowed_paths = [${quoteSqlText(source)}, ${quoteSqlText(target)}]`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
  for (const rows of groupRows) {
    const options = `format parquet, compression snappy, row_group_size ${rows}, geoparquet_version 'NONE'`;
    const copied = connection.run(
      `copy (from read_parquet(${quoteSqlText(source)})) to ${quoteSqlText(target)} (${options})`,
    );
    const isLast = rows === groupRows.at(-1);
    const isDone = await copied.then(
      () => true,
      (error: unknown) => {
        if (isLast || !isOutOfMemory(error)) throw error;
        return false;
      },
    );
    if (isDone) break;
  }
}

/** The engine works on a thread of its own, so that this one is free to look at the clock. */
function watch({ target, limit }: CopyOrder): void {
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if ((user + system) / 1000 > limit) end('time');
    else if (process.memoryUsage.rss() > mostMemory) end('memory');
    else if ((statSync(target, { throwIfNoEntry: false })?.size ?? 0) > mostDisk) end('disk');
  }, pause).unref();
}

/** Without waiting for the engine, which may never come back. */
function end(limit: CopyLimit): void {
  process.send?.({ limit } satisfies CopyReply, () => process.kill(process.pid, 'SIGKILL'));
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && /^Out of Memory/i.test(error.message);
}

function toReply(error: unknown): CopyReply {
  const message = error instanceof Error ? error.message : String(error);
  if (isOutOfMemory(error)) return { limit: 'memory' };
  return /No space left|max_temp_directory_size/i.test(message) ? { limit: 'disk' } : { error: message };
}
