/** Whether the process that wrote a lock still runs: its number alone may have gone to another one since. */
import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import { promisify } from 'node:util';
import { getErrorCode } from '../../problems/error-code.ts';

/**
 * When a process of this machine began, as Linux counts it: field 22 of `/proc/<pid>/stat`, ticks since the machine
 * started (proc(5)). '' on other systems, where asking costs a program, and where it is not told.
 */
export function readStartTicks(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program, in brackets, may hold spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/**
 * Whether process `pid` of this machine runs and is the one that wrote `lock` and then began at `ticks`. Where the system
 * does not tell when it began, it is taken for the writer.
 */
export async function isStillRunning(pid: number, ticks: string, lock: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if (getErrorCode(error) !== 'EPERM') return false;
  }
  const now = readStartTicks(pid);
  if (now !== '' && ticks !== '') return now === ticks;
  const began = await askStart(pid).catch(() => Number.NaN);
  // Clocks of file systems differ from the system's by up to two seconds.
  return !(began > statSync(lock).mtimeMs + 2000);
}

/** In milliseconds since 1970; NaN where what the system answers is no time. */
async function askStart(pid: number): Promise<number> {
  const run = promisify(execFile);
  if (process.platform === 'win32') {
    const script = `(Get-Process -Id ${pid}).StartTime.ToUniversalTime().ToString('o')`;
    return Date.parse((await run('powershell.exe', ['-NoProfile', '-Command', script])).stdout.trim());
  }
  const env = { ...process.env, LC_ALL: 'C' };
  return Date.parse((await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env })).stdout.trim());
}
