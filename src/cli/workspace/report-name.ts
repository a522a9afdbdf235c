import type { CommandWords } from '../../words/command-words.ts';
import { UsageError } from '../command.ts';

/** A name that is a folder on every system and reads well in an address. */
const validReportName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Refuses a name under which no report can be started. */
export function assertReportName(report: string, words: CommandWords): void {
  if (!validReportName.test(report)) throw new UsageError(words.badReportName(report));
}
