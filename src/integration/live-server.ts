/** The preview: a course over HTTP on this machine, page by page as it is asked for, and a word to the browser when it changed. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import process from 'node:process';
import { livePolicy } from '../base/safety/content-policy.ts';
import { listFiles } from '../files/folder-files.ts';
import { type CompiledPages, loadPageApp } from './compiled-pages.ts';
import { findBrokenReport, isOwnHost, readPath, serveFiles } from './dev-server.ts';
import { LivePages, type LiveSite } from './live-pages.ts';

/** An error that no page shows. */
export interface ShownError {
  place: string;
  what: string;
  cure: string;
}

export interface ShownErrors {
  title: string;
  errors: ShownError[];
}

const fileTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

const clientPath = '/@fupan/live.js';

interface LiveOptions {
  pages: CompiledPages;
  /** Page for an address that has none, as HTML. */
  notFound: string;
  port: number;
}

export class LiveServer {
  readonly #pages: LivePages;
  readonly #assets: ReadonlyMap<string, string>;
  readonly #client: string;
  readonly #notFound: string;
  readonly #server: Server;
  readonly #listeners = new Set<ServerResponse>();
  #errors: ShownErrors = { title: '', errors: [] };
  #version = 0;

  private constructor(
    pages: LivePages,
    assets: ReadonlyMap<string, string>,
    files: Record<'client' | 'notFound', string>,
  ) {
    this.#pages = pages;
    this.#assets = assets;
    this.#client = files.client;
    this.#notFound = files.notFound;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  /** Listens on this machine only, on the first port from `port` on that is free. */
  static async open({ pages, notFound, port }: LiveOptions): Promise<LiveServer> {
    const app = await loadPageApp(pages);
    const assets = (await listFiles(pages.assets)).map(
      (path) => [`/${path}`, join(pages.assets, path)] as const,
    );
    const client = await readFile(join(import.meta.dirname, 'live-client.js'), 'utf8');
    const server = new LiveServer(new LivePages(app), new Map(assets), { client, notFound });
    await listen(server.#server, port);
    return server;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** Shows the site from now on; browsers load their page anew. */
  show(site: LiveSite, errors: ShownErrors): void {
    this.#pages.show(site);
    this.#errors = errors;
    this.#version++;
    for (const listener of this.#listeners) listener.write(this.#formatState());
  }

  async close(): Promise<void> {
    for (const listener of this.#listeners) listener.end();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Content-Security-Policy', livePolicy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    // Another site may give its name the address of this machine, to read what is shown here.
    if (!isOwnHost(request.headers.host)) return send(response, 403, 'text/plain', '');
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', '');
    const path = readPath(request);
    if (path === '/@fupan/events') return this.#listen(response);
    if (path === clientPath) return send(response, 200, fileTypes['.js']!, this.#client);
    const asset = this.#assets.get(path);
    if (asset !== undefined) {
      response.setHeader('Content-Type', fileTypes[extname(asset)] ?? 'application/octet-stream');
      createReadStream(asset).pipe(response);
      return;
    }
    await serveFiles(this.#pages)(request, response, () => this.#answerPage(path, response));
  }

  async #answerPage(path: string, response: ServerResponse): Promise<void> {
    const version = this.#getVersion();
    const broken = findBrokenReport(path, this.#pages.site);
    const wanted = broken === undefined ? listPageFiles(path) : [`reports/${broken}/index.html`];
    for (const file of wanted) {
      const made = await this.#pages.make(file);
      if (!made) continue;
      const { status, type, body } = made;
      if (type.startsWith('text/html'))
        return send(response, status, type, withClient(String(body), version));
      return send(response, status, fileTypes[extname(file)] ?? type, body);
    }
    send(response, 404, 'text/html; charset=utf-8', withClient(this.#notFound, version));
  }

  #listen(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    this.#listeners.add(response);
    response.once('close', () => this.#listeners.delete(response));
    response.write(this.#formatState());
  }

  /** Of no other version of the site, and no other run of the program. */
  #getVersion(): string {
    return `${process.pid}-${this.#version}`;
  }

  #formatState(): string {
    return `event: state\ndata: ${JSON.stringify({ version: this.#getVersion(), ...this.#errors })}\n\n`;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const tryNext = (at: number) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        const isTaken = error.code === 'EADDRINUSE' && at !== 0 && at < port + 100;
        if (isTaken) tryNext(at + 1);
        else reject(error);
      });
      server.listen(at, 'localhost', () => {
        server.removeAllListeners('error');
        resolve();
      });
    };
    tryNext(port);
  });
}

/** `reports/a/` and `reports/a` are `reports/a/index.html`, and `reports/a/x` is `reports/a/x.html`. */
function listPageFiles(path: string): string[] {
  const file = path.slice(1);
  if (file === '' || file.endsWith('/')) return [`${file}index.html`];
  return [file, `${file}.html`, `${file}/index.html`];
}

/** Built pages forbid themselves to listen to anyone. Here the header says what they may. */
const withClient = (html: string, version: string): string =>
  html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(
      '</head>',
      `<meta name="fupan-version" content="${version}"><script type="module" src="${clientPath}"></script></head>`,
    );

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': type });
  response.end(body);
}
