import { join } from 'node:path';
import type { ReportSummary } from '../../components/site-types.ts';
import { type AskedStep, watchSteps } from '../../files/cache.ts';
import { emptyInside } from '../../files/door.ts';
import type { MadePart } from '../../integration/render-site.ts';
import { computePartKey, splitSite } from '../../integration/site-parts.ts';
import type { Book } from '../../report/book.ts';
import type { BuiltCourse } from '../../report/build-course.ts';
import { type Context, type ExitCode, UsageError } from '../command.ts';
import { explainSteps } from '../output/explain-steps.ts';
import { BookPrinter } from '../output/report-pdfs.ts';
import { Stopwatch } from '../output/stopwatch.ts';
import { collectCourse } from '../site/collect-course.ts';
import { compilePagesAhead, printParts } from '../site/print-site.ts';
import { publishSite } from '../site/publish-site.ts';
import { buildSiteContent } from '../site/site-content.ts';
import { withLock } from '../workspace/build-lock.ts';
import { getCacheFolders } from '../workspace/cache-folders.ts';
import { openCaches } from '../workspace/checked-course.ts';
import { findPublished, PublishedSite, readGround } from '../workspace/published-site.ts';
import { getWorkFolders } from '../workspace/work-folders.ts';

/** Collects, then decides, then writes: `dist/` is touched by the last rename only. */
export function run(context: Context): Promise<ExitCode> {
  const { root, words, draft, skipBroken } = context;
  if (draft && skipBroken) throw new UsageError(words.draftOrSkip);
  return withLock(root, words, () => build(context));
}

async function build(asked: Context): Promise<ExitCode> {
  if (!asked.explain) return buildSite(asked);
  const steps: AskedStep[] = [];
  watchSteps((step) => steps.push(step));
  const code = await buildSite(asked);
  asked.terminal.print(explainSteps(steps, asked.words));
  return code;
}

async function buildSite(asked: Context): Promise<ExitCode> {
  const watch = new Stopwatch();
  const { context, published } = await chooseReports(asked);
  await openCaches(context);
  await compilePagesAhead(context.root);
  const printer = new BookPrinter(context, getCacheFolders(context.root).pdfs);
  try {
    return await buildWith({ printer, watch, published }, context);
  } finally {
    await printer.close();
  }
}

interface Workbench {
  printer: BookPrinter;
  watch: Stopwatch;
  /** As they lie in `dist`. */
  published: readonly ReportSummary[];
}

async function buildWith({ printer, watch, published }: Workbench, context: Context): Promise<ExitCode> {
  const { words } = context;
  let pages: MadePages | undefined;
  let hasNews = false;
  const print = (built: BuiltCourse, books: readonly Book[]) =>
    watch.time(words.printingAndSite, async () => {
      const [pdfs, made] = await Promise.all([printer.print(books), makePages(context, built, published)]);
      pages = made;
      hasNews = pdfs.some(({ problems }) => problems.length > 0);
      return pdfs;
    });
  const collected = await collectCourse(context, watch, {
    print,
    printAhead: (book) => printer.printAhead(book),
  });
  if (!collected || !pages) return 1;
  const { course } = collected;
  // Pages tell what printing found out.
  if (hasNews) pages = await watch.time(words.site, () => makePages(context, course, published));
  return publishSite(context, collected, { ...pages, printed: true, watch });
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

interface MadePages {
  /** What each part was made from. */
  keys: Record<string, string>;
  /** What the pages of each part were made from. */
  parts: Record<string, MadePart>;
  summaries: ReportSummary[];
  /** The last output, and the parts of it that stay. */
  last: PublishedSite;
  same: ReadonlySet<string>;
  /** Reports that stay as they are in `dist`. */
  kept: string[];
}

/** Makes the pages; those of a part stay where all that it is made from is as it was. */
async function makePages(
  { root, terminal, words, draft, report: built }: Context,
  course: BuiltCourse,
  published: readonly ReportSummary[],
): Promise<MadePages> {
  const { out } = getWorkFolders(root);
  // One that is no longer in the course goes.
  const present = new Set(course.source.reports.map(({ report }) => report));
  const kept = published.filter(({ report }) => report !== built && present.has(report));
  terminal.progress(words.site);
  await emptyInside(out, '.');
  const site = await buildSiteContent(root, course, { draft, printed: true, kept });
  const parts = splitSite(site);
  const keys: Record<string, string> = {};
  for (const part of parts) keys[part.name] = await computePartKey(part);
  const last = await PublishedSite.open(getCacheFolders(root).site, { dist: join(root, 'dist'), out });
  const same = last.findSameParts(keys);
  const changed = parts.filter(({ name }) => !same.has(name));
  const made = await printParts(changed, root, out, last);
  for (const name of same) made[name] = last.getPart(name) ?? { pages: {}, units: {} };
  const { summaries } = site.content;
  return { keys, parts: made, summaries, last, same, kept: kept.map(({ report }) => report) };
}
