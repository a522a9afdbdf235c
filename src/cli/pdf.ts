import { join, relative } from 'node:path';
import type { Context, ExitCode } from './command.ts';
import { addPrintProblems, printBooks, writePdfs } from './pdfs.ts';
import { hasErrors } from './problem-group.ts';
import { groupsOf, settle } from './settled.ts';
import { soundBooks } from './shelf.ts';
import { tellProblems } from './tell.ts';

/** Prints PDFs into `<root>/out`, beside the site and without it. */
export async function run(context: Context): Promise<ExitCode> {
  const { root, words, draft, terminal } = context;
  const settled = await settle(context, false, context.identity);
  const refused = hasErrors(groupsOf(settled, context)) && !draft;
  const pdfs = refused ? [] : await printBooks(soundBooks(settled, draft), context);
  const groups = groupsOf(addPrintProblems(settled, pdfs), context);
  tellProblems(groups, context);
  const broken = hasErrors(groups);
  if (broken && !draft) return 1;
  const whole = pdfs.filter(({ problems }) => problems.every(({ severity }) => severity !== 'error'));
  const files = await writePdfs(whole, join(root, 'out'));
  if (context.format === 'text') {
    for (const file of files) terminal.print(words.written(relative(root, file).replaceAll('\\', '/')));
  }
  return broken ? 1 : 0;
}
