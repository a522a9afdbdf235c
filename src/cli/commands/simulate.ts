import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findOddFile } from '../../files/course-file.ts';
import { firstDay, lastDay } from '../../simulate/plan/term-calendar.ts';
import { SettingError, SettingRangeError } from '../../simulate/plan-settings.ts';
import type { WorldName } from '../../simulate/reports/world-names.ts';
import { ExistingFilesError, type SimulateOptions, writeSimulated } from '../../simulate/simulation.ts';
import { TooFewPeopleError } from '../../simulate/world/world-context.ts';
import { type Context, type ExitCode, UsageError } from '../command.ts';
import { measureTextWidth } from '../terminal.ts';
import { assertReportName } from '../workspace/report-name.ts';

/** Writes the practice data of the demo report, or of another one, under `<root>/data`, and the key to them. */
export async function run(context: Context): Promise<ExitCode> {
  const { root, terminal, words, force } = context;
  const options = toSimulateOptions(context);
  assertReportName(options.report, words);
  terminal.progress(words.simulating);
  const files = await writeSimulated({ ...options, force, out: root }).catch((error: unknown) => {
    throw toUsageError(error, context);
  });
  const width = Math.max(...files.map(({ file }) => measureTextWidth(file)));
  for (const { file, rows } of files) {
    terminal.print(`${file.padEnd(width)}  ${rows > 0 ? words.rows(rows) : words.key}`);
  }
  const front = `content/reports/${options.report}/index.mdx`;
  const text = findOddFile(root, front) ? '' : await readFile(join(root, front), 'utf8').catch(() => '');
  const period = `period: { from: ${firstDay}, to: ${lastDay} }`;
  if (!/^simulated: *true/m.test(text)) terminal.print(words.sayItIsSimulated(front, period));
  return 0;
}

/** What a mentor asked for and cannot have, in words; everything else is an error of the program. */
function toUsageError(error: unknown, { words }: Context): unknown {
  if (error instanceof SettingError) {
    return new UsageError(words.unknownSetting(error.setting), words.knownSettings(error.known.join('  ')));
  }
  if (error instanceof SettingRangeError)
    return new UsageError(words.badSetting[error.reason](error.setting));
  if (error instanceof TooFewPeopleError) return new UsageError(words.tooFew, words.tooFewCure);
  if (error instanceof ExistingFilesError) {
    return new UsageError(words.simulatedExists([...error.files]), words.simulatedExistsCure);
  }
  return error;
}

function toSimulateOptions({ report = 'growth-lab', seed, scale, set, world }: Context): SimulateOptions {
  return {
    report,
    ...(seed !== undefined && { seed }),
    ...(scale !== undefined && { scale }),
    ...(set !== undefined && { set: set.split(/[,，]/).map((each) => each.trim()) }),
    ...(world !== undefined && { world: world as WorldName }),
  };
}
