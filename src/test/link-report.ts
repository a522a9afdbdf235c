import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { listFiles } from './copied-course.ts';

export interface Link {
  /** Page it stands on, from the site's folder. */
  page: string;
  attribute: string;
  url: string;
}

export interface LinkReport {
  links: Link[];
  /** Links of the site that lead to no file, or to an id that the file does not have. */
  dead: Link[];
  /** What a browser would fetch from elsewhere. */
  requests: Link[];
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#34;': '"',
  '&#38;': '&',
};
const elsewhere = /^([a-z][a-z0-9+.-]*:|\/\/)/i;

/** Follows every link of a built site as a browser would from `file://`. */
export async function checkLinks(dist: string): Promise<LinkReport> {
  const files = new Set(await listFiles(dist));
  const pages = new Map<string, string>();
  for (const file of files)
    if (file.endsWith('.html')) pages.set(file, await readFile(join(dist, file), 'utf8'));
  const links = [...pages].flatMap(([page, html]) => extractLinks(page, html));
  const ids = new Map([...pages].map(([page, html]) => [page, extractIds(html)]));
  return {
    links,
    dead: links.filter((link) => !elsewhere.test(link.url) && !resolvesTo(link, files, ids)),
    requests: links.filter(({ attribute, url }) => attribute !== 'href' && /^(https?:|\/\/)/i.test(url)),
  };
}

function extractLinks(page: string, html: string): Link[] {
  return [...html.matchAll(/\s(href|src|poster|data-src)=(?:"([^"]*)"|'([^']*)')/g)].map((match) => ({
    page,
    attribute: match[1]!,
    url: (match[2] ?? match[3] ?? '').replace(
      /&(amp|quot|#39|#34|#38);/g,
      (entity) => entities[entity] ?? entity,
    ),
  }));
}

function extractIds(html: string): Set<string> {
  return new Set(
    [...html.matchAll(/\sid=(?:"([^"]*)"|'([^']*)')/g)].map((match) => match[1] ?? match[2] ?? ''),
  );
}

function resolvesTo({ page, url }: Link, files: Set<string>, ids: Map<string, Set<string>>): boolean {
  const [path = '', fragment = ''] = url.split('#');
  const target =
    path === ''
      ? page
      : posix.normalize(posix.join(posix.dirname(page), decodeURIComponent(path.split('?')[0]!)));
  if (!files.has(target)) return false;
  return (
    fragment === '' ||
    !target.endsWith('.html') ||
    Boolean(ids.get(target)?.has(decodeURIComponent(fragment)))
  );
}
