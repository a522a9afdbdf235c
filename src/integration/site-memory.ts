/**
 * The built course as the pages see it. It stays in the memory of the process that builds or serves; pages, which are
 * modules of Vite's, reach it through one virtual module.
 */
import type { Plugin } from 'vite';
import type { SiteContent } from '../components/site-types.ts';

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
export const resolvedName = `\0${moduleName}`;

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
