import { openCompiledPages, type RunAstro } from '../../integration/compiled-pages.ts';
import { renderSite } from '../../integration/render-site.ts';
import type { Site } from '../../integration/site-memory.ts';
import { getCacheFolders } from '../workspace/cache-folders.ts';
import { packageDir } from '../workspace/work-folders.ts';

/** Prints a site into `out`, which is emptied first; `root`: of its course. */
export async function printSite(site: Site, root: string, out: string): Promise<void> {
  await renderSite(site, await openCompiledPages(getCacheFolders(root).pages, compilePages), out);
}

/** Loaded late: Astro and Vite are needed once for each version of the program. */
const compilePages: RunAstro = async (folders, integrations) => {
  const { buildPages } = await import('../../integration.ts');
  await buildPages({ packageDir, ...folders }, integrations);
};
