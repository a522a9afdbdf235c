/** Every run leaves a line in `results.jsonl` beside this file: what was measured, when, on what, of which commit. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { writeWhole } from '../files/door.ts';

const file = 'results.jsonl';

/** `figures`: those measured and, to be compared between machines, their ratios to something of the same run. */
export async function keepResult(bench: string, figures: object): Promise<void> {
  const line = {
    date: new Date().toISOString().slice(0, 19),
    bench,
    commit: findCommit(),
    ...describeMachine(),
  };
  const text = `${readKept()}${JSON.stringify({ ...line, ...figures })}\n`;
  await writeWhole(import.meta.dirname, file, text);
}

function readKept(): string {
  try {
    return readFileSync(join(import.meta.dirname, file), 'utf8');
  } catch {
    return '';
  }
}

/** With `+` where files are changed; null where there is no repository. */
function findCommit(): string | null {
  const ask = (...args: string[]) =>
    execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' });
  try {
    const changed = ask('status', '--porcelain', '--', ':!*.jsonl', ':/').trim() !== '';
    return ask('rev-parse', '--short', 'HEAD').trim() + (changed ? '+' : '');
  } catch {
    return null;
  }
}

function describeMachine() {
  return {
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${platform()}, Node ${process.versions.node}`,
    // What else the machine had to do, before and during the run.
    load: loadavg().map((load) => Math.round(load * 10) / 10),
  };
}
