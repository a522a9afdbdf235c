import { join } from 'node:path';
import type { ReportSummary } from '../../components/site-types.ts';
import { type Context, type ExitCode, UsageError } from '../command.ts';
import { Stopwatch } from '../output/stopwatch.ts';
import { type CollectedCourse, collectCourse } from '../site/collect-course.ts';
import { printSite } from '../site/print-site.ts';
import { publishSite } from '../site/publish-site.ts';
import { buildSiteContent } from '../site/site-content.ts';
import { withLock } from '../workspace/build-lock.ts';
import { getCacheFolders } from '../workspace/cache-folders.ts';
import { openCaches } from '../workspace/checked-course.ts';
import { computeSiteKey, findPublished, readGround, restoreSite } from '../workspace/published-site.ts';
import { getWorkFolders } from '../workspace/work-folders.ts';

/** Collects, then decides, then writes: `dist/` is touched by the last rename only. */
export function run(context: Context): Promise<ExitCode> {
  const { root, words, draft, skipBroken } = context;
  if (draft && skipBroken) throw new UsageError(words.draftOrSkip);
  return withLock(root, words, () => build(context));
}

async function build(asked: Context): Promise<ExitCode> {
  const watch = new Stopwatch();
  const { context, published } = await chooseReports(asked);
  const collected = await collectCourse(context, watch, true);
  if (!collected) return 1;
  const kept = published.filter((one) => isKept(one, collected, context.report));
  const { key, summaries } = await watch.time(context.words.site, () => makeSite(context, collected, kept));
  return publishSite(context, collected, {
    key,
    summaries,
    kept: kept.map(({ report }) => report),
    printed: true,
    watch,
  });
}

interface Choice {
  context: Context;
  /** As they lie in `dist`. */
  published: readonly ReportSummary[];
}

/** One report is built alone only where the others in `dist` are still what this program makes of this course. */
async function chooseReports(context: Context): Promise<Choice> {
  if (context.report === undefined) return { context, published: [] };
  const { root, words, terminal } = context;
  await openCaches(context);
  const dist = join(root, 'dist');
  const found = await findPublished(getCacheFolders(root).site, dist, await readGround(root, true));
  if (typeof found !== 'string') return { context, published: found ?? [] };
  terminal.printError(words.buildsAll(words.outdated[found]));
  const { report, ...all } = context;
  return { context: all, published: [] };
}

/** A report that is no longer in the course goes. */
function isKept({ report }: ReportSummary, { course }: CollectedCourse, built: string | undefined): boolean {
  return report !== built && course.source.reports.some((one) => one.report === report);
}

/** Makes the pages, unless those of the last build are the same. */
async function makeSite(
  { root, terminal, words, draft }: Context,
  { course }: CollectedCourse,
  kept: readonly ReportSummary[],
): Promise<{ key: string; summaries: ReportSummary[] }> {
  const { out } = getWorkFolders(root);
  terminal.progress(words.site);
  const made = await buildSiteContent(root, course, { draft, printed: true, kept });
  const key = await computeSiteKey(made);
  const same = await restoreSite(getCacheFolders(root).site, key, { dist: join(root, 'dist'), out });
  if (!same) await printSite(made, root, out);
  return { key, summaries: made.content.summaries };
}
