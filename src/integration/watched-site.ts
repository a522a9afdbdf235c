/**
 * What a page read of its site. A page that reads the same again is the same again: it is kept for the digests of that,
 * and for nothing else that the site holds.
 */
import { hashContent } from '../files/folder-files.ts';
import type { Site } from './site-memory.ts';

/** Something that a page reads: `course`, `reports/0/front`, `reports/0/figures/3/svg`, `texts/reports/r/chapter`. */
export type Unit = readonly string[];

/** Lists of a book of which a page reads some, and some of each. */
const lists = new Set(['chapters', 'values', 'figures', 'tables', 'datasets']);

/** A site that notes what is read of it. */
export interface WatchedSite {
  site: Site;
  /** What was read by now, sorted, the shape first; of a list of which one field was read of all, that field. */
  listRead: () => string[];
}

type Fields = Record<string, unknown>;

/**
 * A site for one page. Its lists of names, of a book and of what is in it, are always taken as read: see `describeShape`.
 */
export function watchSite(site: Site): WatchedSite {
  const read = new Map<string, Unit>();
  const note = (...unit: string[]) => void read.set(unit.join('/'), unit);
  const reports = site.content.reports.map((report, at) => watchBook(report, [String(at)], note));
  const content = watch({ ...site.content, reports }, (field) => {
    if (field !== 'reports') note(field);
  });
  const texts = watch(site.texts, (name) => note('texts', name));
  return {
    site: { content, texts, files: site.files },
    listRead: () => ['', ...collapseUnits([...read.values()], site)],
  };
}

function watchBook<B extends object>(book: B, at: Unit, note: (...unit: string[]) => void): B {
  const copy = { ...book } as Fields;
  for (const [field, list] of Object.entries(copy)) {
    if (!lists.has(field) || typeof list !== 'object' || list === null) continue;
    copy[field] = watchItems(list as Fields, (item, part) => note('reports', ...at, field, item, part));
  }
  return watch(copy, (field) => {
    if (!lists.has(field)) note('reports', ...at, field);
  }) as B;
}

/** A list of objects, or objects by their names; each is watched when it is asked for. */
function watchItems(list: Fields, note: (item: string, field: string) => void): object {
  const items: Fields = Array.isArray(list)
    ? ([...list] as unknown as Fields)
    : Object.assign(Object.create(null) as Fields, list);
  const watched = new Map<string, object>();
  return new Proxy(items, {
    get(target, name, receiver) {
      const item: unknown = Reflect.get(target, name, receiver);
      if (typeof name === 'symbol' || !Object.hasOwn(target, name)) return item;
      if (typeof item !== 'object' || item === null) return item;
      const known = watched.get(name) ?? watch(item, (field) => note(name, field));
      watched.set(name, known);
      return known;
    },
  });
}

/** Tells of each property that is read; which there are is not told. */
function watch<T extends object>(target: T, note: (name: string) => void): T {
  return new Proxy(target, {
    get(read, name, receiver) {
      if (typeof name === 'string' && Object.hasOwn(read, name)) note(name);
      return Reflect.get(read, name, receiver) as unknown;
    },
  });
}

/** A field that was read of all items of a list is one unit, with `*` for their names. */
function collapseUnits(units: readonly Unit[], site: Site): string[] {
  const groups = Map.groupBy(units, (unit) =>
    unit.length === 5 ? [...unit.slice(0, 3), '*', unit[4]].join('/') : '',
  );
  return [...groups]
    .flatMap(([all, group]) => {
      const [, at = '', field = ''] = all.split('/');
      const isAll = all !== '' && group.length === Object.keys(getList(site, at, field)).length;
      return isAll ? [all] : group.map((unit) => unit.join('/'));
    })
    .sort();
}

function getList({ content }: Site, at: string, field: string): Fields {
  const book = content.reports[Number(at)] as Fields | undefined;
  return (book?.[field] ?? {}) as Fields;
}

/** Which names there are: of a site, of its books, of their lists and of each item. Every page depends on it. */
function describeShape({ content, texts }: Site): unknown {
  const books = content.reports.map((book) =>
    Object.entries(book).map(([field, list]) => {
      if (!lists.has(field)) return field;
      return [
        field,
        Object.entries(list as Fields).map(([name, item]) => [name, Object.keys(item as Fields)]),
      ];
    }),
  );
  return [Object.keys(content), books, Object.keys(texts)];
}

/** Digests of what pages read of a site, each computed once. */
export class UnitDigests {
  readonly #site: Site;
  readonly #known = new Map<string, string>();

  constructor(site: Site) {
    this.#site = site;
  }

  /** Of a unit as `listRead` names it; '' is the shape. Of one that is not there any more it is that of nothing. */
  get(unit: string): string {
    const known = this.#known.get(unit) ?? hashContent(JSON.stringify(this.#find(unit)) ?? '');
    this.#known.set(unit, known);
    return known;
  }

  #find(unit: string): unknown {
    if (unit === '') return describeShape(this.#site);
    const [top = '', ...rest] = unit.split('/');
    if (top === 'texts') return this.#site.texts[rest.join('/')];
    const content = this.#site.content as unknown as Fields;
    if (top !== 'reports') return content[top];
    const [at = '', field = '', ...inItem] = rest;
    if (inItem.length === 0) return getList(this.#site, at, field);
    const list = getList(this.#site, at, field);
    const part = inItem.at(-1)!;
    const name = inItem.slice(0, -1).join('/');
    const readPart = (item: unknown) => (item as Fields | undefined)?.[part];
    return name === '*' ? Object.values(list).map(readPart) : readPart(list[name]);
  }
}
