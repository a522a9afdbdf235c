/** What the parser hands on: the tree as written, tags with their attributes and places. */
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Block, Footnote, Heading, Inline } from '../base/tree.ts';

export type InlineTagName = 'Value' | 'Verdict' | 'Ref' | 'Cite' | 'Term';
export type BlockTagName = 'Figure' | 'Chart' | 'Table' | 'Kpis' | 'Covers' | 'Note';

/** A tag as written; `props` are checked by the tag's schema (all texts, see `schema/tags.ts`). */
export interface InlineUse {
  type: 'tag';
  name: InlineTagName;
  props: Record<string, string>;
  /** Of `<`. */
  place: Place;
  /** Of each attribute's value. */
  propPlaces: Record<string, Place>;
}

export interface BlockUse {
  type: 'block-tag';
  name: BlockTagName;
  props: Record<string, string>;
  place: Place;
  propPlaces: Record<string, Place>;
  /** Only `Note` has content. */
  children: WrittenBlock[];
}

export type WrittenInline = Inline<InlineUse>;
export type WrittenBlock = Block<InlineUse, BlockUse>;

export interface WrittenChapter {
  /** Front matter as parsed by gray-matter, not yet checked. */
  front: Record<string, unknown>;
  /** Place of each front matter key. */
  frontPlaces: Record<string, Place>;
  blocks: WrittenBlock[];
  footnotes: Footnote<InlineUse, BlockUse>[];
  /** All headings in order. */
  headings: Heading<InlineUse>[];
  /** Every tag in order of the text, block tags and inline tags, footnotes included. */
  uses: (InlineUse | BlockUse)[];
  problems: Problem[];
}
