/**
 * Link from one page of the site to another, both as paths from its root without a leading `/`
 * (`reports/a/index.html`). Always relative: the site opens from any base and by double click.
 */
export function href(from: string, to: string, anchor = ''): string {
  const fragment = anchor && `#${encodeAnchor(anchor)}`;
  if (from === to) return fragment || encodePath(getLastSegment(to));
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const up = '../'.repeat(here.length - shared);
  return up + encodePath(there.slice(shared).join('/')) + fragment;
}

/** Letters and digits of any language stay: a browser escapes them itself, and each takes a third of the bytes. */
export const encodeAnchor = (anchor: string): string =>
  anchor.replace(/[^\p{L}\p{N}]+/gu, encodeURIComponent);
const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
const getLastSegment = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Full address of a page of a site that is published at `url`, which ends with `/`. The home of a folder is the folder. */
export const toAddress = (url: string, path: string): string =>
  url + encodePath(path.replace(/(^|\/)index\.html$/, '$1'));

/** Path of a page of a report; '' is its home. */
export function getReportPage(report: string, slug: string): string {
  return `reports/${report}/${slug || 'index'}.html`;
}
