import type { Problem } from '../../base/problem.ts';
import { findAddressFault, foldFileName } from '../../base/safety/file-name.ts';
import { createProblem } from '../../problems/catalog.ts';

/** `content/reports/a/01-background.mdx` → `background`. */
export function toChapterSlug(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.mdx?$/, '');
  return name.replace(/^\d+[-_. ]*(?=.)/, '');
}

/** Each chapter is a page called after its file, beside those that are there already. */
export function checkSlugs(
  chapters: readonly { slug: string; file: string }[],
  reserved: ReadonlySet<string>,
): Problem[] {
  const seen = new Map<string, string>();
  return chapters.flatMap(({ slug, file }) => {
    // Two pages that differ by case only are one file on Windows and macOS.
    const page = foldFileName(slug);
    const other = seen.get(page);
    seen.set(page, file);
    const fault = findAddressFault(`${slug}.html`);
    if (fault) return [createProblem('chapter-file-name', { file }, { slug, fault })];
    if (reserved.has(page)) return [createProblem('reserved-chapter', { file }, { slug })];
    return other === undefined ? [] : [createProblem('duplicate-chapter', { file }, { slug, other })];
  });
}
