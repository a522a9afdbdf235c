import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { version } from '@duckdb/node-api';
import type { Problem } from '../../base/problem.ts';
import type { EngineContent, SourceTable } from '../../base/source-table.ts';
import { makeFolder, moveInside, removeInside } from '../../files/door.ts';
import { createProblem } from '../../problems/catalog.ts';
import { createReadProblem } from '../../problems/read-problem.ts';
import { type CopyResult, runCopyProcess } from './copy-process.ts';

interface CopyFolders {
  /** Keeps copies from build to build. */
  kept?: string | undefined;
  /** For those of this run. */
  spill: string;
  /** What the process runs, for tests. */
  worker?: string;
}

/**
 * The tables, where each Parquet file is a copy that a process of its own has written: this process never opens what was
 * handed in. A file that cannot be copied is a problem, and its table is left out.
 */
export async function withSoundCopies(
  tables: readonly SourceTable[],
  { kept, spill, worker }: CopyFolders,
): Promise<{ tables: SourceTable[]; problems: Problem[] }> {
  const sound: SourceTable[] = [];
  const problems: Problem[] = [];
  const folder = kept ?? spill;
  const names = new Set<string>();
  for (const table of tables) {
    const { content } = table;
    if (content.kind !== 'engine') {
      sound.push(table);
      continue;
    }
    const name = `${table.sha256}-${version()}.parquet`;
    names.add(name);
    const problem = existsSync(join(folder, name))
      ? undefined
      : await copyTable(table, content, { folder, name, spill, worker });
    if (problem) problems.push(problem);
    else sound.push({ ...table, absolute: join(folder, name) });
  }
  if (kept) await removeOldCopies(kept, names);
  return { tables: sound, problems };
}

async function copyTable(
  { file, absolute, bytes }: SourceTable,
  { values }: EngineContent,
  { folder, name, spill, worker }: Omit<CopyFolders, 'kept'> & { folder: string; name: string },
): Promise<Problem | undefined> {
  await makeFolder(folder);
  const half = `${name}.${process.pid}.part`;
  const target = join(folder, half);
  const limit = computeLimit(bytes, values);
  const result = await runCopyProcess({ source: absolute, target, spill, limit }, worker);
  if ('done' in result) {
    await moveInside(folder, half, name);
    return undefined;
  }
  await removeInside(folder, half);
  return toProblem(result, { file, absolute, seconds: Math.round(limit / 1000) });
}

/** In milliseconds of processor time: ten times what a sound file takes, and more for a small one. */
function computeLimit(bytes: number, values: number): number {
  return Math.min(8000 + values / 4000 + bytes / 2000, 600_000);
}

function toProblem(
  result: Exclude<CopyResult, { done: true }>,
  { file, absolute, seconds }: { file: string; absolute: string; seconds: number },
): Problem {
  const place = { file };
  if ('died' in result) return createProblem('parquet-unread', place, { why: 'died', seconds });
  if ('limit' in result) return createProblem('parquet-unread', place, { why: result.limit, seconds });
  const problem = createReadProblem(new Error(result.error), file, absolute);
  if (problem.id !== 'unreadable-file') return problem;
  const isKind = /Not implemented|[Uu]nsupported|not supported|only supported/.test(result.error);
  return createProblem('parquet-unread', place, { why: isKind ? 'kind' : 'pages', seconds });
}

/** What no table needs any more, and halves of processes that died. */
async function removeOldCopies(folder: string, names: ReadonlySet<string>): Promise<void> {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [, writer] = /\.(\d+)\.part$/.exec(name) ?? [];
    const isNeeded = writer === undefined ? names.has(name) : isAlive(Number(writer));
    if (!isNeeded) await removeInside(folder, name);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}
