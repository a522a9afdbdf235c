import type { WorldName } from '../simulate/reports/names.ts';
import { SettingError } from '../simulate/settings.ts';
import { type SimulateOptions, writeSimulated } from '../simulate/simulate.ts';
import { type Context, type ExitCode, UsageError } from './command.ts';
import { textWidth } from './terminal.ts';

/** Writes the practice data of the demo report, or of another one, under `<root>/data`, and the key to them. */
export async function run(context: Context): Promise<ExitCode> {
  const { root, terminal, words } = context;
  terminal.progress(words.simulating);
  try {
    const files = await writeSimulated({ ...optionsFrom(context), out: root });
    const width = Math.max(...files.map(({ file }) => textWidth(file)));
    for (const { file, rows } of files) {
      terminal.print(`${file.padEnd(width)}  ${rows > 0 ? words.rows(rows) : words.key}`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    throw new UsageError(words.unknownSetting(error.setting), words.knownSettings(error.known.join('  ')));
  }
}

function optionsFrom({ report = 'growth-lab', seed, scale, set, world }: Context): SimulateOptions {
  return {
    report,
    ...(seed !== undefined && { seed }),
    ...(scale !== undefined && { scale }),
    ...(set !== undefined && { set: set.split(/[,，]/).map((each) => each.trim()) }),
    ...(world !== undefined && { world: world as WorldName }),
  };
}
