import type { Language } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';
import type { SourceText } from '../base/source-text.ts';
import { parseChapter } from '../markdown/chapter.ts';
import { problem } from '../problems/problem.ts';
import type { CourseFile } from '../schema/course.ts';
import { pageFront } from '../schema/report.ts';
import type { BookBlock, BookChapter } from './book.ts';
import { Citations } from './citations.ts';
import { readFront } from './front.ts';
import { glossaryOf } from './glossary.ts';
import { chapterSlug, type ManuscriptChapter } from './manuscript.ts';
import { settleChapter } from './prose.ts';

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

/** Settles the course's own pages. They have no data: a tag that needs some is told. */
export function settlePages(
  sources: readonly SourceText[],
  course: CourseFile,
): { pages: CoursePage[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const pages = sources.map((source) => {
    const written = parseChapter(source);
    const checked = readFront(pageFront, written, source.file);
    const slug = chapterSlug(source.file);
    const front = checked.front ?? { title: slug, order: 100, language: 'zh' as const };
    const objects = written.uses.filter((use) => use.type === 'block-tag' && use.name !== 'Note');
    const refused = objects.map((use) => problem('page-has-no-data', use.place, { tag: use.name }));
    const chapter: ManuscriptChapter = { ...written, slug, number: 0, file: source.file, front };
    const settled = settleChapter(chapter, {
      values: {},
      broken: [],
      numbering: { parts: new Map(), idOf: new Map(), sections: new Map(), problems: [] },
      citations: new Citations([]),
      glossary: glossaryOf(course, front.language),
      language: front.language,
      cite: () => undefined,
    });
    problems.push(...written.problems, ...checked.problems, ...refused, ...settled.problems);
    const { blocks, footnotes } = settled.chapter;
    return { slug, ...front, blocks, footnotes };
  });
  return { pages: pages.sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1)), problems };
}
