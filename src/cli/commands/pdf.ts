import { join, relative } from 'node:path';
import { toSlashPath } from '../../source/file-names.ts';
import type { Context, ExitCode } from '../command.ts';
import { printProblems } from '../output/print-problems.ts';
import { printBooks, withPrintProblems, writePdfs } from '../output/report-pdfs.ts';
import { groupProblems, hasErrors } from '../problem-groups.ts';
import { listSoundBooks } from '../site/site-content.ts';
import { getCacheFolders } from '../workspace/cache-folders.ts';
import { buildCheckedCourse } from '../workspace/checked-course.ts';
import { assertPlainWorkFolders } from '../workspace/work-folders.ts';

/** Prints PDFs into `<root>/out`, beside the site and without it. */
export async function run(context: Context): Promise<ExitCode> {
  const { root, words, draft, terminal } = context;
  assertPlainWorkFolders(root, ['out']);
  const built = await buildCheckedCourse(context, false, { identity: context.identity });
  // With the names of members nothing is kept.
  const pdfCache = context.identity ? undefined : getCacheFolders(root).pdfs;
  const refused = hasErrors(groupProblems(built, context)) && !draft;
  const pdfs = refused ? [] : await printBooks(listSoundBooks(built, draft), context, pdfCache);
  const groups = groupProblems(withPrintProblems(built, pdfs), context);
  printProblems(groups, context);
  const broken = hasErrors(groups);
  if (broken && !draft) return 1;
  const soundPdfs = pdfs.filter(({ problems }) => problems.every(({ severity }) => severity !== 'error'));
  const files = await writePdfs(soundPdfs, join(root, 'out'));
  if (context.format === 'text') {
    for (const file of files) terminal.print(words.written(toSlashPath(relative(root, file))));
  }
  return broken ? 1 : 0;
}
