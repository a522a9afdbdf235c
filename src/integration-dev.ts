/** What `dev` adds to the server: downloads from the site data, watching, and problems in the overlay. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, normalize, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import type { Language } from './base/language.ts';
import { formatPlace } from './base/place.ts';
import type { Problem } from './base/problem.ts';

export interface WatchOptions {
  folders: string[];
  rebuild: () => Promise<Problem[]>;
  language: Language;
  /** What the first build found. */
  problems: Problem[];
}

/** Builds again when a file of the course changes, one run at a time, and shows errors until they are gone. */
export function watchCourse(
  server: ViteDevServer,
  watched: WatchOptions,
  refresh: () => Promise<void>,
): void {
  let errors = filterErrors(watched.problems);
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const showErrors = () => {
    if (errors.length > 0)
      server.ws.send({ type: 'error', err: buildErrorOverlay(errors, watched.language) });
  };
  const rebuildAndReload = async () => {
    const before = errors.length;
    errors = filterErrors(await watched.rebuild());
    await refresh();
    if (before > 0 && errors.length === 0) server.ws.send({ type: 'full-reload' });
    showErrors();
  };
  server.watcher.add(watched.folders);
  server.watcher.on('all', (_event, file) => {
    if (!watched.folders.some((folder) => normalize(file).startsWith(normalize(folder) + sep))) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(rebuildAndReload, rebuildAndReload);
    }, 120);
  });
  // A page that was reloaded has lost its overlay.
  server.ws.on('connection', showErrors);
}

const filterErrors = (problems: Problem[]): Problem[] =>
  problems.filter(({ severity }) => severity === 'error');

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

/** Serves `data` and `media` of the site data where the built site has them. */
export function createDownloadHandler(siteData: string) {
  return async (request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> => {
    const path = decodeURIComponent((request.url ?? '').replace(/[?#].*$/, ''));
    const found = /^\/reports\/([^/]+)\/(data|media)\/(.+)$/.exec(path);
    if (!found || path.includes('..')) return next();
    const file = join(siteData, found[2] ?? '', found[1] ?? '', found[3] ?? '');
    const known = await stat(file).catch(() => undefined);
    if (!known?.isFile()) return next();
    createReadStream(file).pipe(response);
  };
}
