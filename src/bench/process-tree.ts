/** Processes and what they use, as Linux tells it; elsewhere nothing is known. */
import { readdirSync, readFileSync } from 'node:fs';

/** Of times below `/proc`, on every Linux. */
const ticksPerSecond = 100;

/** Seconds of processor time of all processes that this one started and that have ended, with all that they started. */
export function readEndedTime(): number | undefined {
  const stat = readText('/proc/self/stat');
  // The name in brackets may hold spaces; the fields after it are counted from the state on.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

/** Megabytes of a process and all below it; what they share counts once. */
export function readTreeMemory(pid: number): number | undefined {
  const sizes = listTree(pid).map((one) =>
    /^Pss:\s+(\d+)/m.exec(readText(`/proc/${one}/smaps_rollup`) ?? ''),
  );
  const known = sizes.filter((size) => size !== null);
  return known.length === 0 ? undefined : known.reduce((sum, size) => sum + Number(size[1]), 0) / 1024;
}

function listTree(pid: number): number[] {
  const all = [pid];
  for (const one of all) all.push(...listChildren(one));
  return all;
}

function listChildren(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const lists = threads.map((thread) => readText(`/proc/${pid}/task/${thread}/children`) ?? '');
    return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
  } catch {
    return [];
  }
}

/** Undefined where a process has ended meanwhile. */
function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
