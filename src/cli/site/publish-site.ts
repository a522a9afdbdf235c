import { join } from 'node:path';
import type { ReportSummary } from '../../components/site-types.ts';
import type { MadePart } from '../../integration/render-site.ts';
import type { Context, ExitCode } from '../command.ts';
import { formatBuildSummary } from '../output/build-summary.ts';
import { writePdfs } from '../output/report-pdfs.ts';
import type { Stopwatch } from '../output/stopwatch.ts';
import { getCacheFolders } from '../workspace/cache-folders.ts';
import { pruneCache } from '../workspace/prune-cache.ts';
import { keepReport, notePublished, type PublishedSite, readGround } from '../workspace/published-site.ts';
import { replaceAtomically } from '../workspace/replace-atomically.ts';
import { getWorkFolders } from '../workspace/work-folders.ts';
import type { CollectedCourse } from './collect-course.ts';

interface MadeSite {
  /** What each part of the pages was made from. */
  keys: Record<string, string>;
  /** What the pages of each part were made from. */
  parts: Record<string, MadePart>;
  summaries: ReportSummary[];
  /** The last output, and the parts of it that stay. */
  last?: PublishedSite;
  same?: ReadonlySet<string>;
  /** Reports that stay as they are in `dist`. */
  kept: readonly string[];
  /** Whether PDFs lie beside the pages. */
  printed: boolean;
  watch: Stopwatch;
}

/** The last of every build: the output, whole by now, takes the place of `dist/`. */
export async function publishSite(
  context: Context,
  collected: CollectedCourse,
  site: MadeSite,
): Promise<ExitCode> {
  const { words, terminal, format } = context;
  const { books, pdfs, broken } = collected;
  const held = await site.watch.time(words.writing, () => replaceOutput(context, collected, site));
  if (format === 'text') {
    terminal.print(await formatBuildSummary({ context, books, pdfs, watch: site.watch }));
    tellOthers(context, collected, site.kept);
  }
  if (held.length > 0) terminal.printError(words.held(held));
  if (broken.length > 0)
    terminal.printError(context.draft ? words.draftWritten : words.skipped(broken.join('、')));
  return broken.length > 0 || held.length > 0 ? 1 : 0;
}

/** Gives the files in `dist` that another program holds. */
async function replaceOutput(
  { root }: Context,
  { pdfs }: CollectedCourse,
  { keys, parts, summaries, last, same = new Set(), kept, printed }: MadeSite,
): Promise<string[]> {
  const { out } = getWorkFolders(root);
  const dist = join(root, 'dist');
  const { site, whole } = getCacheFolders(root);
  const note = { keys, parts, ground: await readGround(root, printed), summaries };
  const files = new Map(pdfs.map(({ report, pdf }) => [`reports/${report}.pdf`, pdf]));
  if (last && Object.keys(keys).every((name) => same.has(name)) && last.isWhole(same, files)) {
    await notePublished(site, dist, note, last.files);
    return [];
  }
  for (const name of same) await last?.layPart(name);
  for (const report of kept) await keepReport(report, { dist, out });
  await writePdfs(pdfs, join(out, 'reports'));
  const held = await replaceAtomically(out, dist);
  // A site with an old file in it is not what any key stands for.
  if (held.length === 0) await notePublished(site, dist, note, last?.laid);
  await pruneCache(whole);
  return held;
}

/** After a build of one report: what became of the others. */
function tellOthers(
  { report, words, terminal }: Context,
  { course }: CollectedCourse,
  kept: readonly string[],
): void {
  if (report === undefined) return;
  const others = course.source.reports.map((one) => one.report).filter((name) => name !== report);
  const missing = others.filter((name) => !kept.includes(name));
  if (kept.length > 0) terminal.print(words.keptReports(kept.length));
  if (missing.length > 0) terminal.print(words.unpublished(missing));
}
