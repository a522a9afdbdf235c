import { demoSeed, writeSimulated } from '../simulate/simulate.ts';
import type { Context, ExitCode } from './command.ts';
import { textWidth } from './terminal.ts';

/** Writes the practice data of the demo report, or of another one, under `<root>/data`. */
export async function run(context: Context): Promise<ExitCode> {
  const { root, seed = demoSeed, report = 'growth-lab', terminal, words } = context;
  terminal.progress(words.simulating);
  const files = await writeSimulated({ seed, report, out: root });
  const width = Math.max(...files.map(({ file }) => textWidth(file)));
  for (const { file, rows } of files) {
    terminal.print(`${file.padEnd(width)}  ${words.rows(rows)}`);
  }
  return 0;
}
