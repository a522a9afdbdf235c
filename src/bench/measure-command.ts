import { spawn } from 'node:child_process';
import process from 'node:process';
import { readEndedTime, readTreeMemory } from './process-tree.ts';

/** What a command took with all processes that it started; null where the system does not tell. */
export interface Usage {
  /** Seconds that passed. */
  wall: number;
  /** Seconds of processor time. */
  cpu: number | null;
  /** Megabytes at most, seen five times a second. */
  memory: number | null;
}

/** Runs Node with these arguments to its end; throws with what it said where it fails. */
export async function measureCommand(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Usage> {
  const before = readEndedTime();
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
    });
  let most: number | undefined;
  const timer = setInterval(() => {
    most = Math.max(most ?? 0, readTreeMemory(child.pid!) ?? 0);
  }, 200);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(timer);
  const wall = (performance.now() - begun) / 1000;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${said}`);
  const after = readEndedTime();
  const cpu = before === undefined || after === undefined ? null : round(after - before);
  return { wall: round(wall), cpu, memory: most ? Math.round(most) : null };
}

export const round = (number: number) => Math.round(number * 1000) / 1000;
