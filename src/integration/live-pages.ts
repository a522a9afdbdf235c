/** Pages made one by one, when they are asked for, of a course that changes. */
import type { Specimen } from '../report/figures/build-gallery.ts';
import type { PageApp, Route } from './compiled-pages.ts';
import { makePage, openPart } from './render-site.ts';
import { compiledKey, type Site, SiteMemory } from './site-memory.ts';
import { findPart, pickPart } from './site-parts.ts';

export interface LiveSite extends Site {
  /** Specimens of every kind of chart, which only the guide shows. */
  loadGallery: () => Promise<Specimen[]>;
}

interface MadePage {
  status: number;
  type: string;
  body: Buffer;
}

/** Pages see one part of the site at a time, as when a site is built: they are made one after another. */
export class LivePages {
  readonly #app: PageApp;
  readonly #memory = new SiteMemory(compiledKey);
  #site: LiveSite | undefined;
  /** The part that pages see, and its addresses. */
  #part: { of: LiveSite; name: string; routes: Map<string, Route>; made: Map<string, MadePage> } | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(app: PageApp) {
    this.#app = app;
  }

  get site(): LiveSite | undefined {
    return this.#site;
  }

  /** From the next page on. */
  show(site: LiveSite): void {
    this.#site = site;
  }

  /** The page or download that a built site has as `file`; undefined where it has none. */
  make(file: string): Promise<MadePage | undefined> {
    const made = this.#last.then(() => this.#makeNow(file));
    this.#last = made.catch(() => undefined);
    return made;
  }

  async #makeNow(file: string): Promise<MadePage | undefined> {
    const part = await this.#openPart(findPart(file));
    const route = part?.routes.get(file);
    if (!part || !route) return undefined;
    const known = part.made.get(file);
    if (known) return known;
    const response = await makePage(file, route, this.#app);
    const type = response.headers.get('content-type') ?? 'application/octet-stream';
    const made = { status: response.status, type, body: Buffer.from(await response.arrayBuffer()) };
    part.made.set(file, made);
    return made;
  }

  async #openPart(name: string) {
    const of = this.#site;
    if (!of) return undefined;
    if (this.#part?.of === of && this.#part.name === name) return this.#part;
    const part = pickPart(of, name);
    if (name === 'guide') part.content.gallery = await of.loadGallery();
    const routes = await openPart(part, this.#app, this.#memory);
    this.#part = { of, name, routes, made: new Map() };
    return this.#part;
  }
}
