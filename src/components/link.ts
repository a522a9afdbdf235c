import { posix } from 'node:path';
import { type Scene, to, toFile } from './scene.ts';

const safe = /^(?:https?|mailto|tel):/i;
const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** Where a link of an author leads: to a page of the report when it names a chapter's file, else as written. */
export function authorLink(url: string, scene: Scene): { url: string; outside: boolean } {
  if (scheme.test(url) || url.startsWith('//')) return { url: safe.test(url) ? url : '#', outside: true };
  const [path = '', anchor = ''] = url.split('#');
  if (path === '') return { url, outside: false };
  const slug = pageOf(decode(path), scene);
  return {
    url: slug === undefined ? url : to(scene, { chapter: slug, anchor: decode(anchor) }),
    outside: false,
  };
}

/** Slug of the page that a file name (`01-background.mdx`, `background.html`) stands for. */
function pageOf(path: string, scene: Scene): string | undefined {
  const name = posix.basename(path);
  if (/^index\.(mdx?|html)$/.test(name)) return '';
  return scene.book.chapters.find(
    ({ file, slug }) => posix.basename(file) === name || name.replace(/\.(mdx?|html)$/, '') === slug,
  )?.slug;
}

/** Images stand in the folder `media` of the report, under the path the author gave. */
export function imageSource(src: string, scene: Scene): string {
  return scheme.test(src) || src.startsWith('//')
    ? ''
    : toFile(scene, `media/${posix.normalize(decode(src))}`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
