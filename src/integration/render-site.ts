import { join } from 'node:path';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { copyFolderInto, copyInto, emptyInside, writeInside } from '../files/door.ts';
import { type CompiledPages, loadPageApp, type PageApp, type Route } from './compiled-pages.ts';
import { compiledKey, type Site, SiteMemory } from './site-memory.ts';
import { shareTexts } from './text-bodies.ts';

/** Prints every page of a site into `out`, which is emptied first. */
export async function renderSite(site: Site, pages: CompiledPages, out: string): Promise<void> {
  new SiteMemory(compiledKey).site = site;
  await shareTexts(site.texts);
  const app = await loadPageApp(pages);
  await emptyInside(out, '.');
  await copyFolderInto(pages.assets, out, '.');
  const paths = (await new StaticPaths(app as never).getAll()) as { pathname: string; route: Route }[];
  for (const { pathname, route } of paths) await renderPage(app, pathname, route, out);
  for (const { from, to } of site.files) await copyInto(from, out, to);
}

async function renderPage(app: PageApp, pathname: string, route: Route, out: string): Promise<void> {
  const file = toFile(pathname, route);
  const response = await app.render(new Request(new URL(file, 'http://localhost/')), { routeData: route });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  await writeInside(out, file, new Uint8Array(await response.arrayBuffer()));
}

/** `build.format: 'preserve'`: `x.astro` → `x.html`, `x/index.astro` → `x/index.html`; downloads have their own names. */
function toFile(pathname: string, { type, isIndex }: Route): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type === 'endpoint') return path;
  return isIndex || path === '' ? join(path, 'index.html').replaceAll('\\', '/') : `${path}.html`;
}
