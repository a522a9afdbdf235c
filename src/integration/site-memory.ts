/**
 * The built course as the pages see it. It stays in the memory of the process that builds or serves; pages, which are
 * modules of Vite's, reach it through one virtual module.
 */
import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from 'vite';
import type { SiteContent } from '../components/site-types.ts';
import { isTextModule, resolvedTextsName } from './text-names.ts';

/** A file that is laid beside the pages as it is. */
export interface SiteFile {
  /** Absolute. */
  from: string;
  /** Path from the root of the site: `reports/<r>/data/<table>.csv`. */
  to: string;
}

export interface Site {
  content: SiteContent;
  /** Abstracts, chapters and course pages as MDX, by name: `reports/<r>/<slug>`, `pages/<slug>`. */
  texts: Record<string, string>;
  files: SiteFile[];
}

const memories: unique symbol = Symbol.for('fupan.site-memories');
const shared = globalThis as typeof globalThis & { [memories]?: Map<string, SiteMemory> };

/** Of the site that compiled pages make. */
export const compiledKey = 'compiled';

/** Holds the site of one build or server; empty until the books are built, and for commands that build none. */
export class SiteMemory {
  site: Site | undefined;
  readonly key: string;

  constructor(key?: string) {
    shared[memories] ??= new Map();
    this.key = key ?? String(shared[memories].size + 1);
    shared[memories].set(this.key, this);
  }
}

const moduleName = 'virtual:fupan/site';
const resolvedName = `\0${moduleName}`;

/** The virtual module. It asks the memory each time: what is compiled into a page is never a book. */
export function createSitePlugin({ key }: SiteMemory): Plugin {
  return {
    name: 'fupan-site',
    resolveId: (id) => (id === moduleName ? resolvedName : undefined),
    load: (id) =>
      id === resolvedName
        ? `export const readSite = () => globalThis[Symbol.for('fupan.site-memories')]?.get('${key}')?.site?.content;`
        : undefined,
  };
}

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
