import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Heading } from '../base/tree.ts';
import { parseChapter } from '../markdown/chapter.ts';
import type { BlockUse, InlineUse, WrittenBlock, WrittenChapter } from '../markdown/uses.ts';
import { problem } from '../problems/problem.ts';
import { type ChapterFront, chapterFront, type ReportFront, reportFront } from '../schema/report.ts';
import type { ReportSource } from '../source/course.ts';
import { readFront } from './front.ts';

/** A chapter parsed, with its front matter checked. */
export interface ManuscriptChapter {
  slug: string;
  /** From 1; 0 is the abstract. */
  number: number;
  file: string;
  front: ChapterFront;
  blocks: WrittenBlock[];
  footnotes: WrittenChapter['footnotes'];
  headings: Heading<InlineUse>[];
  uses: (InlineUse | BlockUse)[];
}

/** Everything the team wrote, parsed. `front` is missing when it is too broken to go on. */
export interface Manuscript {
  front?: ReportFront;
  abstract: ManuscriptChapter;
  chapters: ManuscriptChapter[];
  problems: Problem[];
}

/** Names of the pages that every report has. */
const reserved = new Set(['index', 'numbers', 'data', 'references', 'report', 'figures']);

/** Parses the chapters of a report. */
export function readManuscript(source: ReportSource): Manuscript {
  const problems: Problem[] = [];
  const start: Place = { file: source.folder };
  if (!source.index) problems.push(problem('missing-index', start, { report: source.report }));
  if (source.chapters.length === 0) problems.push(problem('no-chapters', start, { report: source.report }));
  const written = source.index ? parseChapter(source.index) : emptyChapter;
  const front = source.index ? readFront(reportFront, written, source.index.file) : { problems: [] };
  problems.push(...written.problems, ...front.problems);
  const abstract: ManuscriptChapter = {
    ...pickText(written),
    slug: '',
    number: 0,
    file: source.index?.file ?? source.folder,
    front: { title: '' },
  };
  const chapters = source.chapters.map((text, index) => {
    const parsed = parseChapter(text);
    const checked = readFront(chapterFront, parsed, text.file);
    problems.push(...parsed.problems, ...checked.problems);
    const slug = chapterSlug(text.file);
    return {
      ...pickText(parsed),
      slug,
      number: index + 1,
      file: text.file,
      front: checked.front ?? { title: slug },
    };
  });
  problems.push(...checkSlugs(chapters));
  return { ...(front.front && { front: front.front }), abstract, chapters, problems };
}

/** `content/reports/a/01-background.mdx` → `background`. */
export function chapterSlug(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.mdx?$/, '');
  return name.replace(/^\d+[-_. ]*(?=.)/, '');
}

function checkSlugs(chapters: ManuscriptChapter[]): Problem[] {
  const seen = new Map<string, string>();
  return chapters.flatMap(({ slug, file }) => {
    const other = seen.get(slug);
    seen.set(slug, file);
    if (reserved.has(slug)) return [problem('reserved-chapter', { file }, { slug })];
    return other === undefined ? [] : [problem('duplicate-chapter', { file }, { slug, other })];
  });
}

function pickText({ blocks, footnotes, headings, uses }: WrittenChapter) {
  return { blocks, footnotes, headings, uses };
}

const emptyChapter: WrittenChapter = {
  front: {},
  frontPlaces: {},
  blocks: [],
  footnotes: [],
  headings: [],
  uses: [],
  problems: [],
};
