import { join } from 'node:path';
import { buildSite } from '../integration.ts';
import type { SettledCourse } from '../report/course.ts';
import { alone } from './claim.ts';
import type { Context, ExitCode } from './command.ts';
import { recallSite, rememberSite, siteKey } from './kept-site.ts';
import { addPrintProblems, addProofs, printBooks, writePdfs } from './pdfs.ts';
import { hasErrors } from './problem-group.ts';
import { groupsOf, settle } from './settled.ts';
import { fillShelf, soundBooks } from './shelf.ts';
import { Stopwatch } from './stopwatch.ts';
import { summary } from './summary.ts';
import { swapIn } from './swap.ts';
import { tellProblems } from './tell.ts';
import { packageDir, workFolders } from './work-folders.ts';

/** Collects, then decides, then writes: `dist/` is touched by the last rename only. */
export function run(context: Context): Promise<ExitCode> {
  return alone(context.root, context.words, () => build(context));
}

async function build(context: Context): Promise<ExitCode> {
  const { root, words, draft, terminal } = context;
  const watch = new Stopwatch();

  const settled = await watch.time(words.settling, () => settle(context, true));
  const refused = hasErrors(groupsOf(settled, context)) && !draft;
  const printable = refused ? [] : soundBooks(settled, draft);
  const printed = await watch.time(words.printing, () =>
    printBooks(printable, context, workFolders(root).pdfs),
  );
  const course = refused ? addProofs(settled, root) : addPrintProblems(settled, printed);

  const groups = groupsOf(course, context);
  tellProblems(groups, context);
  const broken = hasErrors(groups);
  if (broken && !draft) {
    terminal.complain(words.kept);
    return 1;
  }

  const books = soundBooks(course, draft);
  const pdfs = printed.filter(({ report }) => books.some((book) => book.report === report));
  const { site, out } = workFolders(root);
  const dist = join(root, 'dist');
  const key = await watch.time(words.site, () => makeSite(context, course, draft));
  await watch.time(words.writing, async () => {
    await writePdfs(pdfs, join(out, 'reports'));
    await swapIn(out, dist);
    await rememberSite(site, key, dist);
  });
  if (context.format === 'text') terminal.print(await summary({ context, books, pdfs, watch }));
  if (broken) terminal.complain(words.draftWritten);
  return broken ? 1 : 0;
}

/** Makes the pages, unless those of the last build are the same; gives what they were made from. */
async function makeSite(context: Context, course: SettledCourse, draft: boolean): Promise<string> {
  const { root, terminal, words } = context;
  const { shelf, out, astro, site } = workFolders(root);
  terminal.progress(words.site);
  await fillShelf(root, course, draft);
  const key = await siteKey(shelf);
  const same = await recallSite(site, key, { dist: join(root, 'dist'), out });
  if (!same) await buildSite({ shelf, packageDir, cacheDir: astro, outDir: out });
  return key;
}
