import { join } from 'node:path';
import type { Context } from '../command.ts';
import { formatBuildSummary } from '../output/build-summary.ts';
import { writePdfs } from '../output/report-pdfs.ts';
import type { Stopwatch } from '../output/stopwatch.ts';
import { getCacheFolders } from '../workspace/cache-folders.ts';
import { pruneCache } from '../workspace/prune-cache.ts';
import { replaceAtomically } from '../workspace/replace-atomically.ts';
import { writeSiteCache } from '../workspace/site-cache.ts';
import { getWorkFolders } from '../workspace/work-folders.ts';
import type { CollectedCourse } from './collect-course.ts';

/**
 * The last of every build: the output, whole by now, takes the place of `dist/`. `key` is what the pages were made
 * from.
 */
export async function publishSite(
  context: Context,
  { books, pdfs, broken }: CollectedCourse,
  { key, watch }: { key: string; watch: Stopwatch },
): Promise<void> {
  const { root, words, terminal, format } = context;
  const { out } = getWorkFolders(root);
  const dist = join(root, 'dist');
  await watch.time(words.writing, async () => {
    await writePdfs(pdfs, join(out, 'reports'));
    await replaceAtomically(out, dist);
    const { site, whole } = getCacheFolders(root);
    await writeSiteCache(site, key, dist);
    await pruneCache(whole);
  });
  if (format === 'text') terminal.print(await formatBuildSummary({ context, books, pdfs, watch }));
  if (broken) terminal.printError(words.draftWritten);
}
