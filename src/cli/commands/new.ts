import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyInto } from '../../files/door.ts';
import { type Context, type ExitCode, UsageError } from '../command.ts';
import { formatCommandLine } from '../command-line.ts';
import { assertReportName } from '../workspace/report-name.ts';

const starter = fileURLToPath(new URL('./starter', import.meta.url));

/** Starts a report of six chapters with one table, one value and one figure. Never overwrites a file. */
export async function run(context: Context): Promise<ExitCode> {
  const { root, report, language, words, terminal } = context;
  if (report === undefined)
    throw new UsageError(words.needReportName(formatCommandLine(context, 'new', 'team-1')));
  assertReportName(report, words);
  const content = `content/reports/${report}`;
  const data = `data/${report}`;
  for (const folder of [content, data]) {
    if (await isExistingPath(join(root, folder))) throw new UsageError(words.reportExists(folder));
  }
  const from = join(starter, language);
  const chapters = (await readdir(from)).filter((name) => name.endsWith('.mdx'));
  const files: [string, string][] = [
    ...chapters.sort().map((name): [string, string] => [join(from, name), `${content}/${name}`]),
    [join(from, 'metrics.yaml'), `${data}/metrics.yaml`],
    [join(starter, 'visits.csv'), `${data}/visits.csv`],
  ];
  if (!(await isExistingPath(join(root, 'content/course.yaml')))) {
    files.push([join(from, 'course.yaml'), 'content/course.yaml']);
  }
  for (const [source, target] of files) await copyInto(source, root, target);
  for (const [, target] of files) terminal.print(words.written(target));
  const nextSteps = words.nextSteps(
    formatCommandLine(context, 'dev', report),
    formatCommandLine(context, 'check', report),
    formatCommandLine(context, 'build'),
  );
  terminal.print(`${words.createdReport(content)}\n${nextSteps}`);
  return 0;
}

async function isExistingPath(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
