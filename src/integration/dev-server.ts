/** What `dev` adds to the server: files beside the pages, broken reports at each of their addresses, and watching. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { normalize, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import type { Language } from '../base/language.ts';
import { formatPlace } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { SiteMemory } from './site-memory.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const readPath = ({ url = '' }: Pick<IncomingMessage, 'url'>): string => {
  const path = url.replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** Serves the files of the site where the built site has them. */
export function serveFiles(memory: SiteMemory): Handler {
  return async (request, response, next) => {
    const path = readPath(request);
    const file = memory.site?.files.find(({ to }) => path === `/${to}`);
    const found = file && (await stat(file.from).catch(() => undefined));
    if (!file || !found?.isFile()) return next();
    createReadStream(file.from).pipe(response);
  };
}

/** Any page of a report that could not be built is the list of its problems: nobody knows which pages it would have. */
export function serveBrokenReports(memory: SiteMemory) {
  return (request: Pick<IncomingMessage, 'url'>, next: () => void): void => {
    const [, name] = /^\/reports\/([^/]+)(?:\/(?:[^.]*|.*\.html))?$/.exec(readPath(request)) ?? [];
    const report = memory.site?.content.reports.find((one) => one.report === name);
    if (report?.broken) request.url = `/reports/${encodeURIComponent(report.report)}/index.html`;
    next();
  };
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

/** Errors in the form the browser's overlay shows: the first one large, below it all of them. */
export function buildErrorOverlay(errors: Problem[], language: Language) {
  const all = errors.map(({ id, place, what, cure }, i) =>
    [`${i + 1}. ${formatPlace(place)}  ${id}`, what[language], `→ ${cure[language]}`].join('\n   '),
  );
  const first = errors[0];
  return {
    name: 'Fupan',
    title: first?.what[language] ?? '',
    message: first ? formatPlace(first.place) : '',
    hint: first?.cure[language] ?? '',
    stack: all.join('\n\n'),
  };
}
