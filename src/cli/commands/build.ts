import { join } from 'node:path';
import { SiteMemory } from '../../integration/site-memory.ts';
import { buildSite } from '../../integration.ts';
import type { Context, ExitCode } from '../command.ts';
import { Stopwatch } from '../output/stopwatch.ts';
import { type CollectedCourse, collectCourse } from '../site/collect-course.ts';
import { publishSite } from '../site/publish-site.ts';
import { buildSiteContent } from '../site/site-content.ts';
import { withLock } from '../workspace/build-lock.ts';
import { getCacheFolders } from '../workspace/cache-folders.ts';
import { computeSiteKey, restoreCachedSite } from '../workspace/site-cache.ts';
import { getSiteFolders, getWorkFolders } from '../workspace/work-folders.ts';

/** Collects, then decides, then writes: `dist/` is touched by the last rename only. */
export function run(context: Context): Promise<ExitCode> {
  return withLock(context.root, context.words, () => build(context));
}

async function build(context: Context): Promise<ExitCode> {
  const watch = new Stopwatch();
  const collected = await collectCourse(context, watch, true);
  if (!collected) return 1;
  const key = await watch.time(context.words.site, () => buildOrRestoreSite(context, collected));
  await publishSite(context, collected, { key, watch });
  return collected.broken ? 1 : 0;
}

/** Makes the pages, unless those of the last build are the same; gives what they were made from. */
async function buildOrRestoreSite(context: Context, { course }: CollectedCourse): Promise<string> {
  const { root, terminal, words, draft } = context;
  const { out } = getWorkFolders(root);
  terminal.progress(words.site);
  const memory = new SiteMemory();
  memory.site = await buildSiteContent(root, course, { draft, printed: true });
  const key = await computeSiteKey(memory.site);
  const same = await restoreCachedSite(getCacheFolders(root).site, key, { dist: join(root, 'dist'), out });
  if (!same) await buildSite(memory, getSiteFolders(root));
  return key;
}
