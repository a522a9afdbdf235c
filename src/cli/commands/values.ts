import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type AskedTable, findEntries } from '../../report/questions/find-entries.ts';
import { readTables } from '../../source/read-tables.ts';
import { type Context, type ExitCode, UsageError } from '../command.ts';
import { formatCommandLine } from '../command-line.ts';
import { formatEntries } from '../output/format-entries.ts';
import { formatValuesJson, formatValuesTable } from '../output/format-values.ts';
import { printProblems } from '../output/print-problems.ts';
import { groupProblems, hasErrors } from '../problem-groups.ts';
import { buildCheckedCourse } from '../workspace/checked-course.ts';

/** Lists the values of one report with the tag to paste for each, or answers how something is written. */
export async function run(context: Context): Promise<ExitCode> {
  const { words, format, terminal, ask } = context;
  if (ask !== undefined) return answer(ask, context);
  const built = await buildCheckedCourse(context, false);
  const [report, ...others] = built.reports;
  if (others.length > 0) {
    throw new UsageError(words.whichReport(built.reports.map((one) => one.report).join(' / ')));
  }
  if (!report?.book) {
    printProblems(groupProblems(built, context), context);
    return 1;
  }
  terminal.print(format === 'json' ? formatValuesJson(report.book) : formatValuesTable(report.book, context));
  if (!hasErrors(groupProblems(built, context))) return 0;
  terminal.printError(words.brokenValues(formatCommandLine(context, 'check', report.report)));
  return 1;
}

/** Needs the tables only: what is wrong with the report does not matter here. */
async function answer(asked: string, context: Context): Promise<ExitCode> {
  const report = await findReport(context);
  const tables = report === undefined ? undefined : await listTables(context.root, report);
  const found = findEntries(asked, context.language, tables);
  context.terminal.print(formatEntries(found, { asked, report }, context));
  return 0;
}

/** The one that is named, else the only one there is. */
async function findReport({ root, report, words }: Context): Promise<string | undefined> {
  const folder = join(root, 'content/reports');
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (report !== undefined && !names.includes(report)) throw new UsageError(words.importing.noReport(report));
  return report ?? (names.length === 1 ? names[0] : undefined);
}

/** By the names that metrics may use. */
async function listTables(root: string, report: string): Promise<AskedTable[]> {
  const { tables } = await readTables(root, report);
  return tables.flatMap(({ name, alias, columns }) => [
    { name, columns },
    ...(alias === undefined ? [] : [{ name: alias, columns }]),
  ]);
}
