import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import { resolvedName } from './site-memory.ts';
import { isTextModule, resolvedTextsName } from './text-names.ts';

/**
 * Makes every page forget what it made of the site: its module is loaded anew, and with it the list of its paths, which
 * Astro keeps for as long as the module is the same.
 */
export function invalidateSite(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    for (const [id, module] of environment.moduleGraph.idToModuleMap) {
      if (isOfSite(id)) environment.moduleGraph.invalidateModule(module);
    }
    if (!isRunnableDevEnvironment(environment)) continue;
    const { evaluatedModules } = environment.runner;
    for (const [id, module] of evaluatedModules.idToModuleMap) {
      if (isOfSite(id)) evaluatedModules.invalidateModule(module);
    }
  }
}

const isOfSite = (id: string): boolean => id === resolvedName || id === resolvedTextsName || isTextModule(id);
