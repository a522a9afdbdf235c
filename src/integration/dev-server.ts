/** What `dev` adds to the server: files beside the pages, broken reports at each of their addresses, and watching. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, normalize, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import type { Language } from '../base/language.ts';
import { formatPlace } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { buildDevPolicy } from '../base/safety/content-policy.ts';
import { escapeHtml } from '../components/html/escape-html.ts';
import type { Site, SiteMemory } from './site-memory.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export const readPath = ({ url = '' }: Pick<IncomingMessage, 'url'>): string => {
  const path = url.replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** Sends the policy of the built pages with everything, and lets no browser take a file for another kind than it is sent as. */
export const guardAnswers: Handler = ({ headers }, response, next) => {
  response.setHeader('Content-Security-Policy', buildDevPolicy(headers.host));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  next();
};

/** Tables and images, as `site-content.ts` lays them beside the pages. */
const fileTypes: Record<string, string> = {
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};

/** Serves the files of the site where the built site has them. */
export function serveFiles(memory: { site: Site | undefined }) {
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => unknown,
  ): Promise<unknown> => {
    const path = readPath(request);
    const file = memory.site?.files.find(({ to }) => path === `/${to}`);
    const found = file && (await stat(file.from).catch(() => undefined));
    if (!file || !found?.isFile()) return next();
    // Without a type a browser looks into the file, and runs what looks like a page.
    response.setHeader(
      'Content-Type',
      fileTypes[extname(file.to).toLowerCase()] ?? 'application/octet-stream',
    );
    return createReadStream(file.from).pipe(response);
  };
}

/** Signs of a name that need no code in a path. Astro leaves them coded, and finds no page of `R%26D`. */
const plainSigns = /%(?:24|26|2B|2C|3A|3B|3D|40)/gi;

/** Asks for a page by the name that it has: links code more signs than Astro reads. */
export const decodePath: Handler = (request, _response, next) => {
  request.url = request.url?.replace(/^[^?]*/, (path) => path.replace(plainSigns, decodeURIComponent));
  next();
};

/** Any page of a report that could not be built is the list of its problems: nobody knows which pages it would have. */
export function serveBrokenReports(memory: SiteMemory) {
  return (request: Pick<IncomingMessage, 'url'>, next: () => void): void => {
    const broken = findBrokenReport(readPath(request), memory.site);
    if (broken !== undefined) request.url = `/reports/${encodeURIComponent(broken)}/index.html`;
    next();
  };
}

/** The report that has this page, where it could not be built. */
export function findBrokenReport(path: string, site: Site | undefined): string | undefined {
  const [, name] = /^\/reports\/([^/]+)(?:\/(?:[^.]*|.*\.html))?$/.exec(path) ?? [];
  const report = site?.content.reports.find((one) => one.report === name);
  return report?.broken ? report.report : undefined;
}

/** Whether a browser that asks for this host asks for this machine by a name that is always its own, or by its number. */
export function isOwnHost(host = ''): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return /^(?:localhost|.+\.localhost|\[[\da-f:.]+\]|\d+\.\d+\.\d+\.\d+)$/.test(name);
}

/** Calls `work` when something in the folders has changed, once for changes that come together, never twice at a time. */
export function watchFolders(server: ViteDevServer, folders: string[], work: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  server.watcher.add(folders);
  server.watcher.on('all', (_event, file) => {
    if (!folders.some((folder) => normalize(file).startsWith(normalize(folder) + sep))) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work, work);
    }, 120);
  });
}

/**
 * Errors as the browser's overlay shows them: the first one large, below it all of them. The overlay takes message and
 * hint for HTML, and they quote what an author has written. By its mark Astro leaves them as they are: else it makes
 * links of `[text](address)` in them, whatever the address.
 */
export function buildErrorOverlay(errors: Problem[], language: Language) {
  const all = errors.map(({ id, place, what, cure }, i) =>
    [`${i + 1}. ${formatPlace(place)}  ${id}`, what[language], `→ ${cure[language]}`].join('\n   '),
  );
  const first = errors[0];
  const err = {
    name: 'Fupan',
    title: first?.what[language] ?? '',
    message: first ? escapeHtml(formatPlace(first.place)) : '',
    hint: escapeHtml(first?.cure[language] ?? ''),
    stack: all.join('\n\n'),
  };
  return { type: 'error' as const, __isEnhancedAstroErrorPayload: true, err };
}
