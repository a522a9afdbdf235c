import type { RunAstro } from '../../integration/compiled-pages.ts';
import { packageDir } from '../workspace/work-folders.ts';

/** Loaded late: Astro and Vite are needed once for each version of the program. */
export const runAstro: RunAstro = async (folders, integrations) => {
  const { buildPages } = await import('../../integration.ts');
  await buildPages({ packageDir, ...folders }, integrations);
};
