import type { Heading } from '../../base/chapter-tree.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { SourceText } from '../../base/source-text.ts';
import { remember, type StepMemory } from '../../files/step-memory.ts';
import type {
  BlockTagUse,
  InlineTagUse,
  MarkdownChapter,
  ParsedBlock,
} from '../../markdown/markdown-chapter.ts';
import { parseChapter } from '../../markdown/parse-chapter.ts';
import { createProblem } from '../../problems/catalog.ts';
import { type ChapterFront, chapterFront, type ReportFront, reportFront } from '../../schema/front-matter.ts';
import type { ReportSource } from '../../source/read-course.ts';
import { checkSlugs, toChapterSlug } from './chapter-slug.ts';
import { parseFront } from './report-front.ts';

/** A chapter parsed, with its front matter checked. */
export interface ParsedChapter {
  slug: string;
  /** From 1; 0 is the abstract. */
  number: number;
  file: string;
  front: ChapterFront;
  blocks: ParsedBlock[];
  footnotes: MarkdownChapter['footnotes'];
  headings: Heading<InlineTagUse>[];
  uses: (InlineTagUse | BlockTagUse)[];
  images: MarkdownChapter['images'];
}

/** Everything the team wrote, parsed. `front` is missing when it is too broken to go on. */
export interface ParsedReport {
  front?: ReportFront;
  abstract: ParsedChapter;
  chapters: ParsedChapter[];
  problems: Problem[];
}

/** Names of the pages that every report has. */
const reservedSlugs = new Set(['index', 'numbers', 'data', 'references', 'report', 'figures', 'card']);

/** Parses the chapters of a report. */
export function parseReport(source: ReportSource, memory?: StepMemory): ParsedReport {
  const parse = (text: SourceText) =>
    remember(memory, `chapter ${text.file}`, text.text, () => parseChapter(text));
  const problems: Problem[] = [...source.problems];
  // What could not be read lets every rule find something else: only the cause is told.
  if (problems.some(({ severity }) => severity === 'error'))
    return { abstract: buildAbstract(source, emptyChapter), chapters: [], problems };
  const start: Place = { file: source.folder };
  if (!source.index) problems.push(createProblem('missing-index', start, { report: source.report }));
  if (source.chapters.length === 0)
    problems.push(createProblem('no-chapters', start, { report: source.report }));
  const written = source.index ? parse(source.index) : emptyChapter;
  const front = source.index ? parseFront(reportFront, written, source.index.file) : { problems: [] };
  problems.push(...written.problems, ...front.problems);
  const abstract = buildAbstract(source, written);
  const chapters = source.chapters.map((text, index) => {
    const parsed = parse(text);
    const checked = parseFront(chapterFront, parsed, text.file);
    problems.push(...parsed.problems, ...checked.problems);
    const slug = toChapterSlug(text.file);
    return {
      ...pickText(parsed),
      slug,
      number: index + 1,
      file: text.file,
      front: checked.front ?? { title: slug },
    };
  });
  problems.push(...checkSlugs(chapters, reservedSlugs));
  return { ...(front.front && { front: front.front }), abstract, chapters, problems };
}

function buildAbstract({ index, folder }: ReportSource, written: MarkdownChapter): ParsedChapter {
  return { ...pickText(written), slug: '', number: 0, file: index?.file ?? folder, front: { title: '' } };
}

function pickText({ blocks, footnotes, headings, uses, images }: MarkdownChapter) {
  return { blocks, footnotes, headings, uses, images };
}

const emptyChapter: MarkdownChapter = {
  front: {},
  frontPlaces: {},
  blocks: [],
  footnotes: [],
  headings: [],
  uses: [],
  images: [],
  problems: [],
};
