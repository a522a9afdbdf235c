import type { Language } from '../../base/language.ts';
import type { Problem } from '../../base/problem.ts';
import type { SourceText } from '../../base/source-text.ts';
import { parseChapter } from '../../markdown/parse-chapter.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { CourseFile } from '../../schema/course-file.ts';
import { pageFront } from '../../schema/front-matter.ts';
import type { BookBlock, BookChapter } from '../book.ts';
import { checkSlugs, toChapterSlug } from '../manuscript/chapter-slug.ts';
import type { ParsedChapter } from '../manuscript/parsed-report.ts';
import { parseFront } from '../manuscript/report-front.ts';
import { buildChapter } from './build-prose.ts';
import { createNoCitations } from './citations.ts';
import { buildGlossary } from './glossary.ts';

/** A page of the course beside its reports: syllabus, author's guide. */
export interface CoursePage {
  slug: string;
  title: string;
  order: number;
  /** Slug of the page it belongs to. */
  in?: string | undefined;
  language: Language;
  blocks: BookBlock[];
  footnotes: BookChapter['footnotes'];
}

/** Pages that the site has already. */
const reservedSlugs = new Set(['index']);

/** Builds the course's own pages. They have no data: a tag that needs some is a problem. */
export function buildPages(
  sources: readonly SourceText[],
  course: CourseFile,
): { pages: CoursePage[]; problems: Problem[] } {
  const files = sources.map(({ file }) => ({ file, slug: toChapterSlug(file) }));
  const problems = checkSlugs(files, reservedSlugs);
  const unfit = new Set(problems.map(({ place }) => place.file));
  const fit = sources.filter(({ file }) => !unfit.has(file));
  const pages = fit.map((source) => {
    const written = parseChapter(source);
    const checked = parseFront(pageFront, written, source.file);
    const slug = toChapterSlug(source.file);
    const front = checked.front ?? { title: slug, order: 100, language: 'zh' as const };
    const items = written.uses.filter(
      (use) => use.type === 'block-tag' && use.name !== 'Note' && use.name !== 'Picture',
    );
    const dataProblems = items.map((use) => createProblem('page-has-no-data', use.place, { tag: use.name }));
    const chapter: ParsedChapter = { ...written, slug, number: 0, file: source.file, front };
    const built = buildChapter(chapter, {
      values: {},
      broken: [],
      numbering: { parts: new Map(), partByUse: new Map(), sections: new Map(), problems: [] },
      citations: createNoCitations(front.language),
      glossary: buildGlossary(course, front.language),
      language: front.language,
      cite: () => undefined,
    });
    const { blocks, footnotes } = built.chapter;
    const imageProblems = written.images.map(({ place, src }) =>
      createProblem('course-page-image', place, { src }),
    );
    problems.push(
      ...written.problems,
      ...checked.problems,
      ...dataProblems,
      ...built.problems,
      ...imageProblems,
    );
    return { slug, ...front, blocks, footnotes };
  });
  return { pages: pages.sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1)), problems };
}
