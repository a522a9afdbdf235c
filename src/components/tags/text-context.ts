import type { MdxPart } from '../../report/mdx/write-mdx.ts';
import type { SiteWords } from '../../words/site/site-words.ts';
import type { PageContext } from '../html/page-context.ts';

/** What the tags of a text share; `Text.astro` lays it down for the page that is printed. */
export interface TextContext {
  /** What the elements stand for, by their numbers. */
  parts: readonly MdxPart[];
  words: SiteWords;
  /** The page of a report; a page of the course has none, and no values, figures or tables. */
  page: PageContext | undefined;
}

type PartOf<K extends MdxPart['type']> = Extract<MdxPart, { type: K }>;

/** Part number `n` of the text: one look, and the build ends when the text and its parts do not belong together. */
export function getPart<K extends MdxPart['type']>({ parts }: TextContext, n: string, type: K): PartOf<K> {
  const part = parts[Number(n)];
  if (part?.type !== type) throw new Error(`Part ${n} of the text is ${part?.type}, not ${type}`);
  return part as PartOf<K>;
}

/** The page of a report that a tag with data stands on. */
export function getReportContext({ page }: TextContext): PageContext {
  if (!page) throw new Error('A tag with data stands on a page of the course');
  return page;
}

/** `right` of the style that Markdown gives a cell: the page's style sheet aligns by class. */
export function getAlignment({ style }: { style?: unknown }): string | undefined {
  return /left|center|right/.exec(JSON.stringify(style ?? ''))?.[0];
}
