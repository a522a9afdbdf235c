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
    memory.site = part;
    await shareTexts(part.texts);
    // What it noted of the part before: its lists of paths.
    app.routeCache.clearAll();
    if (part.name === 'course') await copyFolderInto(pages.assets, out, '.');
    const paths = (await new StaticPaths(app as never).getAll()) as { pathname: string; route: Route }[];
    for (const { pathname, route } of paths) {
      const file = toFile(pathname, route);
      if (findPart(file) === part.name) await renderPage(app, file, route, out);
    }
    for (const { from, to } of part.files) await copyInto(from, out, to);
  }
}

async function renderPage(app: PageApp, file: string, route: Route, out: string): Promise<void> {
  const response = await app.render(new Request(new URL(file, 'http://localhost/')), { routeData: route });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  await writeInside(out, file, new Uint8Array(await response.arrayBuffer()));
}

/** `build.format: 'preserve'`: `x.astro` → `x.html`, `x/index.astro` → `x/index.html`; downloads have their own names. */
export function toFile(pathname: string, { type, isIndex }: Route): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type === 'endpoint') return path;
  return isIndex || path === '' ? join(path, 'index.html').replaceAll('\\', '/') : `${path}.html`;
}
