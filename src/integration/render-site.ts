import { join } from 'node:path';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { tellStep } from '../files/cache.ts';
import { copyFolderInto, copyInto, writeInside } from '../files/door.ts';
import { type CompiledPages, loadPageApp, type PageApp, type Route } from './compiled-pages.ts';
import { compiledKey, SiteMemory } from './site-memory.ts';
import { findPart, type SitePart } from './site-parts.ts';
import { shareTexts } from './text-bodies.ts';
import { UnitDigests, watchSite } from './watched-site.ts';

/** What the pages of a part were made of. */
export interface MadePart {
  /** By file, what it read of its site: names of `units`. */
  pages: Record<string, string[]>;
  /** Digests of what was read. */
  units: Record<string, string>;
}

/** Pages that lie elsewhere as they were made before. */
export interface KeptPages {
  /** What those of a part were made of, where this program made them. */
  getPart: (name: string) => MadePart | undefined;
  /** Whether the file is there as it was written. */
  isThere: (file: string) => boolean;
  /** Lays it into the output. */
  lay: (file: string) => Promise<void>;
}

/** Prints parts of a site into `out`, beside what lies there; a page that reads what it read before is laid there as it is. */
export async function renderParts(
  parts: readonly SitePart[],
  pages: CompiledPages,
  out: string,
  kept?: KeptPages,
): Promise<Record<string, MadePart>> {
  const app = await loadPageApp(pages);
  const memory = new SiteMemory(compiledKey);
  const made: Record<string, MadePart> = {};
  for (const part of parts) {
    const routes = await openPart(part, app, memory);
    if (part.name === 'course') await copyFolderInto(pages.assets, out, '.');
    made[part.name] = await renderPart(part, { routes, app, memory, out, kept });
    for (const { from, to } of part.files) await copyInto(from, out, to);
  }
  return made;
}

interface Rendering {
  routes: ReadonlyMap<string, Route>;
  app: PageApp;
  memory: SiteMemory;
  out: string;
  kept: KeptPages | undefined;
}

async function renderPart(part: SitePart, rendering: Rendering): Promise<MadePart> {
  const { routes, kept } = rendering;
  const before = kept?.getPart(part.name);
  const digests = new UnitDigests(part);
  const made: MadePart = { pages: {}, units: {} };
  for (const [file, route] of routes) {
    const known = before && kept?.isThere(file) ? before.pages[file] : undefined;
    const isSame = known?.every((unit) => before?.units[unit] === digests.get(unit)) ?? false;
    tellStep({ step: 'page', of: file, found: isSame ? 'kept' : known ? [] : 'nothing' });
    if (isSame) await kept?.lay(file);
    const read = known && isSame ? known : await renderPage(part, file, route, rendering);
    made.pages[file] = read;
    for (const unit of read) made.units[unit] = digests.get(unit);
  }
  return made;
}

/** Gives what the page read. */
async function renderPage(
  part: SitePart,
  file: string,
  route: Route,
  { app, memory, out }: Rendering,
): Promise<string[]> {
  const watched = watchSite(part);
  memory.site = watched.site;
  // Its list of paths holds what the page before it read.
  app.routeCache.clearAll();
  const response = await makePage(file, route, app);
  // The page for addresses that are none says so itself.
  if (!response.ok && file !== '404.html') throw new Error(`${file}: ${response.status}`);
  await writeInside(out, file, new Uint8Array(await response.arrayBuffer()));
  return watched.listRead();
}

/** Lets pages see this part, and gives what it has: routes by their files. */
export async function openPart(
  part: SitePart,
  app: PageApp,
  memory: SiteMemory,
): Promise<Map<string, Route>> {
  memory.site = part;
  await shareTexts((name) => memory.site?.texts[name]);
  // What it noted of the part before: its lists of paths.
  app.routeCache.clearAll();
  const paths = (await new StaticPaths(app as never).getAll()) as { pathname: string; route: Route }[];
  const files = paths.map(({ pathname, route }) => [toFile(pathname, route), route] as const);
  return new Map(files.filter(([file]) => findPart(file) === part.name));
}

/** A page or a download of the part that pages see. */
export function makePage(file: string, route: Route, app: PageApp): Promise<Response> {
  return app.render(new Request(new URL(file, 'http://localhost/')), { routeData: route });
}

/** `build.format: 'preserve'`: `x.astro` → `x.html`, `x/index.astro` → `x/index.html`; downloads have their own names. */
function toFile(pathname: string, { type, isIndex }: Route): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type === 'endpoint') return path;
  return isIndex || path === '' ? join(path, 'index.html').replaceAll('\\', '/') : `${path}.html`;
}
