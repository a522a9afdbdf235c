import type { LinkedPage } from '../navigation/linked-page.ts';
import type { CoursePage } from '../site-types.ts';

type PageKeys = Pick<CoursePage, 'slug' | 'in'>;

const findParent = <P extends PageKeys>(page: P, pages: readonly P[]): P | undefined =>
  pages.find(({ slug }) => slug === page.in && slug !== page.slug);

/** The pages that belong to no other: the home of the course lists these. */
export function listFirstPages<P extends PageKeys>(pages: readonly P[]): P[] {
  return pages.filter((page) => !findParent(page, pages));
}

/** A page, those that belong with it, and the one they belong to, in reading order; a page alone has no family. */
export function listFamily<P extends PageKeys>(page: P, pages: readonly P[]): P[] {
  const head = findParent(page, pages) ?? page;
  const family = pages.filter((one) => one === head || findParent(one, pages) === head);
  return family.length > 1 ? [head, ...family.filter((one) => one !== head)] : [];
}

/** A family for the navigation; its pages have no numbers of their own. */
export function toLinkedPages(family: readonly CoursePage[]): LinkedPage[] {
  return family.map(({ slug, title }, at) => ({
    path: `${slug}.html`,
    title,
    number: '',
    kind: at === 0 ? 'home' : 'chapter',
  }));
}
