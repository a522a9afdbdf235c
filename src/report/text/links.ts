import { decodeUri } from '../../base/decoding.ts';
import { toChapterSlug } from '../manuscript/chapter-slug.ts';

/** Pages a report has beside its chapters. */
export const reportPages = ['index', 'numbers', 'data', 'references', 'figures'];

/** `https:`, `mailto:` and the like, or `//host`. */
export function isExternal(url: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
}

/** A link within the report as the site addresses it: `02-planning.mdx#目标` → `planning.html#目标`; undefined when external. */
export function resolveInternalLink(url: string): string | undefined {
  if (isExternal(url)) return undefined;
  const [path = '', anchor] = splitOnce(url, '#');
  const fragment = anchor === undefined ? '' : `#${decodeUri(anchor)}`;
  if (path === '') return fragment;
  const file = path.replace(/^\.\//, '');
  if (/\.mdx?$/.test(file)) return `${toChapterSlug(decodeUri(file))}.html${fragment}`;
  return `${decodeUri(file)}${fragment}`;
}

function splitOnce(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
