import { join } from 'node:path';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { copyFolderInto, copyInto, writeInside } from '../files/door.ts';
import { type CompiledPages, loadPageApp, type PageApp, type Route } from './compiled-pages.ts';
import { compiledKey, SiteMemory } from './site-memory.ts';
import { findPart, type SitePart } from './site-parts.ts';
import { shareTexts } from './text-bodies.ts';

/** Prints parts of a site into `out`, beside what lies there. */
export async function renderParts(
  parts: readonly SitePart[],
  pages: CompiledPages,
  out: string,
): Promise<void> {
  const app = await loadPageApp(pages);
  const memory = new SiteMemory(compiledKey);
  for (const part of parts) {
    const routes = await openPart(part, app, memory);
    if (part.name === 'course') await copyFolderInto(pages.assets, out, '.');
    for (const [file, route] of routes) {
      const response = await makePage(file, route, app);
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      await writeInside(out, file, new Uint8Array(await response.arrayBuffer()));
    }
    for (const { from, to } of part.files) await copyInto(from, out, to);
  }
}

/** Lets pages see this part, and gives what it has: routes by their files. */
export async function openPart(
  part: SitePart,
  app: PageApp,
  memory: SiteMemory,
): Promise<Map<string, Route>> {
  memory.site = part;
  await shareTexts(part.texts);
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
