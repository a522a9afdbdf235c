import { join } from 'node:path';
import { buildSite } from '../../integration.ts';
import type { BuiltCourse } from '../../report/build-course.ts';
import type { Context, ExitCode } from '../command.ts';
import { formatBuildSummary } from '../output/build-summary.ts';
import { printProblems } from '../output/print-problems.ts';
import { printBooks, withPrintProblems, withProofreadProblems, writePdfs } from '../output/report-pdfs.ts';
import { Stopwatch } from '../output/stopwatch.ts';
import { groupProblems, hasErrors } from '../problem-groups.ts';
import { withLock } from '../workspace/build-lock.ts';
import { buildCheckedCourse } from '../workspace/checked-course.ts';
import { replaceAtomically } from '../workspace/replace-atomically.ts';
import { computeSiteKey, restoreCachedSite, writeSiteCache } from '../workspace/site-cache.ts';
import { getWorkFolders, packageDir } from '../workspace/work-folders.ts';
import { listSoundBooks, writeSiteData } from '../workspace/write-site-data.ts';

/** Collects, then decides, then writes: `dist/` is touched by the last rename only. */
export function run(context: Context): Promise<ExitCode> {
  return withLock(context.root, context.words, () => build(context));
}

async function build(context: Context): Promise<ExitCode> {
  const { root, words, draft, terminal } = context;
  const watch = new Stopwatch();

  const built = await watch.time(words.building, () => buildCheckedCourse(context, true));
  const refused = hasErrors(groupProblems(built, context)) && !draft;
  const printable = refused ? [] : listSoundBooks(built, draft);
  const pdfsOfRun = await watch.time(words.printing, () =>
    printBooks(printable, context, getWorkFolders(root).pdfs),
  );
  const course = refused ? withProofreadProblems(built, root) : withPrintProblems(built, pdfsOfRun);

  const groups = groupProblems(course, context);
  printProblems(groups, context);
  const broken = hasErrors(groups);
  if (broken && !draft) {
    terminal.printError(words.kept);
    return 1;
  }

  const books = listSoundBooks(course, draft);
  const pdfs = pdfsOfRun.filter(({ report }) => books.some((book) => book.report === report));
  const { site, out } = getWorkFolders(root);
  const dist = join(root, 'dist');
  const key = await watch.time(words.site, () => buildOrRestoreSite(context, course, draft));
  await watch.time(words.writing, async () => {
    await writePdfs(pdfs, join(out, 'reports'));
    await replaceAtomically(out, dist);
    await writeSiteCache(site, key, dist);
  });
  if (context.format === 'text') terminal.print(await formatBuildSummary({ context, books, pdfs, watch }));
  if (broken) terminal.printError(words.draftWritten);
  return broken ? 1 : 0;
}

/** Makes the pages, unless those of the last build are the same; gives what they were made from. */
async function buildOrRestoreSite(context: Context, course: BuiltCourse, draft: boolean): Promise<string> {
  const { root, terminal, words } = context;
  const { siteData, out, astro, site } = getWorkFolders(root);
  terminal.progress(words.site);
  await writeSiteData(root, course, draft);
  const key = await computeSiteKey(siteData);
  const same = await restoreCachedSite(site, key, { dist: join(root, 'dist'), out });
  if (!same) await buildSite({ siteData, packageDir, cacheDir: astro, outDir: out });
  return key;
}
