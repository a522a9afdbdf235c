import { chapterSlug } from './manuscript.ts';

/** Pages a report has beside its chapters. */
export const reportPages = ['index', 'numbers', 'data', 'references', 'figures'];

/** `https:`, `mailto:` and the like, or `//host`. */
export function isExternal(url: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
}

/** A link within the report as the site addresses it: `02-planning.mdx#目标` → `planning.html#目标`; undefined when external. */
export function internalLink(url: string): string | undefined {
  if (isExternal(url)) return undefined;
  const [path = '', anchor] = splitOnce(url, '#');
  const fragment = anchor === undefined ? '' : `#${safeDecode(anchor)}`;
  if (path === '') return fragment;
  const file = path.replace(/^\.\//, '');
  if (/\.mdx?$/.test(file)) return `${chapterSlug(safeDecode(file))}.html${fragment}`;
  return `${safeDecode(file)}${fragment}`;
}

function splitOnce(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
