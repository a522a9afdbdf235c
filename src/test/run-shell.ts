import { spawn } from 'node:child_process';
import process from 'node:process';
import type { CommandResult } from './copied-course.ts';

/**
 * Runs a line as a person types it, in a folder; what npm told this process is kept from it. With `until` it is
 * stopped, as by Ctrl+C, when it has printed that.
 */
export function runShell(line: string, cwd: string, until?: RegExp): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const own = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD)/i.test(name));
    const env = { ...Object.fromEntries(own), NO_COLOR: '1', CI: '1' };
    const child = spawn(line, {
      cwd,
      env,
      shell: true,
      detached: Boolean(until),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: CommandResult = { code: null, out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
      if (until?.test(said.out) && child.pid) process.kill(-child.pid, 'SIGINT');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...said, code }));
  });
}

/** The commands that messages name, one a line. */
export function findCommands(text: string): string[] {
  return [...text.matchAll(/npm (?:--prefix .+? )?run .+$/gm)].map(([line]) => line);
}
