/**
 * The pages as a program of their own, compiled by Astro once for each version of this package and kept with the caches.
 * A build hands it a course and takes its pages: nothing of Vite is loaded then, and no course is compiled into it.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Cache, reportDamage } from '../files/cache.ts';
import {
  copyFolderInto,
  makeFolder,
  makeScratch,
  moveInside,
  removeInside,
  removeScratch,
} from '../files/door.ts';
import { computeDigests, type FileDigests } from '../files/folder-files.ts';
import { computeProgramHash } from '../source/program-hash.ts';

/** What Astro tells of a page or a download. */
export interface Route {
  type: string;
  isIndex: boolean;
}

/** The part of Astro's app for building that is called here. */
export interface PageApp {
  setInternals: (internals: { pagesByKeys: Map<string, unknown> }) => void;
  setOptions: (options: object) => void;
  routeCache: { clearAll: () => void };
  render: (request: Request, options: { routeData: Route }) => Promise<Response>;
}

/** Compiled pages: the folder of what is laid beside them as it is, and the module that makes them. */
export interface CompiledPages {
  assets: string;
  entry: string;
}

/** Runs Astro's build with these integrations; its root and its output are below `folder`. */
export type RunAstro = (
  folders: { cacheDir: string; outDir: string },
  integrations: AstroIntegration[],
) => Promise<void>;

/** Those of this version of the program, from the cache in `folder`; compiled by `run` where they are not there yet. */
export async function openCompiledPages(folder: string, run: RunAstro): Promise<CompiledPages> {
  const known = await findCompiledPages(folder);
  if (known) return known;
  const key = await computePagesKey();
  await compilePages(folder, key, run);
  const made = await findCompiled(folder, key);
  if (!made) throw new Error('The compiled pages are not as they were written');
  return made;
}

/** Undefined where this version's are not there. */
export const findCompiledPages = async (folder: string): Promise<CompiledPages | undefined> =>
  findCompiled(folder, await computePagesKey());

/** What is outside of them is found by its place in this package. */
async function computePagesKey(): Promise<string> {
  const hash = createHash('sha256').update(await computeProgramHash(['src', 'public']));
  return hash
    .update(import.meta.url)
    .digest('hex')
    .slice(0, 24);
}

/** Undefined unless every file is as it was written: what lies there is run. */
async function findCompiled(folder: string, key: string): Promise<CompiledPages | undefined> {
  const digests = new Cache(folder).readJson<FileDigests>(`${key}.json`, key);
  if (!digests) return undefined;
  const found = await computeDigests(join(folder, key));
  if (JSON.stringify(found) !== JSON.stringify(digests)) {
    reportDamage(join(folder, key));
    return undefined;
  }
  const entry = Object.keys(digests).find((file) => /^server\/prerender-entry\.[^/]+\.mjs$/.test(file));
  return entry ? { assets: join(folder, key, 'assets'), entry: join(folder, key, entry) } : undefined;
}

async function compilePages(folder: string, key: string, run: RunAstro): Promise<void> {
  await makeFolder(folder);
  const scratch = makeScratch(folder, `${key}-`);
  const made = join(scratch, 'made');
  try {
    await run({ cacheDir: join(scratch, 'astro'), outDir: join(made, 'assets') }, [
      createKeeper(join(made, 'server'), join(scratch, 'astro', 'server', '.prerender')),
    ]);
    // Another process may have been faster, and be at work with them.
    if (await findCompiled(folder, key)) return;
    await removeInside(folder, key);
    await new Cache(folder).writeJson(`${key}.json`, key, await computeDigests(made));
    await moveInside(folder, made, key);
  } catch (error) {
    if (!(await findCompiled(folder, key))) throw error;
  } finally {
    removeScratch(scratch);
  }
}

/** Makes no page, and keeps what Astro would make them with. */
function createKeeper(kept: string, compiled: string): AstroIntegration {
  return {
    name: 'fupan-keep-pages',
    hooks: {
      // Astro's own entry, which it leaves to others where another makes the pages.
      'astro:build:setup': ({ updateConfig }) => {
        const input = 'astro/entrypoints/prerender';
        updateConfig({ environments: { prerender: { build: { rolldownOptions: { input } } } } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'fupan-keep-pages',
          setup: () => copyFolderInto(compiled, kept, '.'),
          getStaticPaths: async () => [],
          render: async () => new Response(),
        });
      },
    },
  };
}

/** Loads the module that makes the pages. */
export async function loadPageApp({ entry }: CompiledPages): Promise<PageApp> {
  const { app } = (await import(pathToFileURL(entry).href)) as { app: PageApp };
  app.setInternals({ pagesByKeys: new Map() });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: silence } } });
  return app;
}

const silence = { write: () => undefined };
