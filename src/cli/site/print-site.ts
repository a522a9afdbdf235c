import { type CompiledPages, openCompiledPages, type RunAstro } from '../../integration/compiled-pages.ts';
import { renderParts } from '../../integration/render-site.ts';
import type { SitePart } from '../../integration/site-parts.ts';
import { getCacheFolders } from '../workspace/cache-folders.ts';
import { packageDir } from '../workspace/work-folders.ts';

/** Prints parts of a site into `out`, beside what lies there; `root`: of its course. */
export async function printParts(parts: readonly SitePart[], root: string, out: string): Promise<void> {
  if (parts.length > 0) await renderParts(parts, await openPages(root), out);
}

/** The program that makes pages. */
export const openPages = (root: string): Promise<CompiledPages> =>
  openCompiledPages(getCacheFolders(root).pages, compilePages);

/** Loaded late: Astro and Vite are needed once for each version of the program. */
const compilePages: RunAstro = async (folders, integrations) => {
  const { buildPages } = await import('../../integration.ts');
  await buildPages({ packageDir, ...folders }, integrations);
};
