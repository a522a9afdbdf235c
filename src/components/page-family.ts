import type { CoursePage } from './course.ts';

type Named = Pick<CoursePage, 'slug' | 'in'>;

const parentOf = <P extends Named>(page: P, pages: readonly P[]): P | undefined =>
  pages.find(({ slug }) => slug === page.in && slug !== page.slug);

/** The pages that belong to no other: the home of the course lists these. */
export function firstPages<P extends Named>(pages: readonly P[]): P[] {
  return pages.filter((page) => !parentOf(page, pages));
}

/** A page, those that belong with it, and the one they belong to, in reading order; a page alone has no family. */
export function familyOf<P extends Named>(page: P, pages: readonly P[]): P[] {
  const head = parentOf(page, pages) ?? page;
  const family = pages.filter((one) => one === head || parentOf(one, pages) === head);
  return family.length > 1 ? [head, ...family.filter((one) => one !== head)] : [];
}
