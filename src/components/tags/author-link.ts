import { posix } from 'node:path';
import { decodeUri } from '../../base/decoding.ts';
import { findUnsafeScheme } from '../../base/safety/link-safety.ts';
import { linkTo, type PageContext } from '../html/page-context.ts';

const anyScheme = /^[a-z][a-z0-9+.-]*:/i;

/** Where a link of an author leads: to a page of the report when it names a chapter's file, else as written. */
export function resolveAuthorLink(
  url: string,
  context: PageContext | undefined,
): { url: string; outside: boolean } {
  if (findUnsafeScheme(url) !== undefined) return { url: '#', outside: true };
  if (anyScheme.test(url)) return { url, outside: true };
  const [path = '', anchor = ''] = url.split('#');
  if (path === '' || !context) return { url, outside: false };
  const slug = findPage(decodeUri(path), context);
  return {
    url: slug === undefined ? url : linkTo(context, { chapter: slug, anchor: decodeUri(anchor) }),
    outside: false,
  };
}

/** Slug of the page that a file name (`01-background.mdx`, `background.html`) stands for. */
function findPage(path: string, context: PageContext): string | undefined {
  const name = posix.basename(path);
  if (/^index\.(mdx?|html)$/.test(name)) return '';
  if (name === 'numbers.html' || name === 'data.html') return posix.basename(name, '.html');
  return context.book.chapters.find(
    ({ file, slug }) => posix.basename(file) === name || name.replace(/\.(mdx?|html)$/, '') === slug,
  )?.slug;
}
