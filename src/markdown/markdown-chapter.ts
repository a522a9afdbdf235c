/** What the parser hands on: the tree as written, tags with their attributes and places. */

import type { Block, Footnote, Heading, Inline } from '../base/chapter-tree.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';

type InlineTagName = 'Value' | 'Verdict' | 'Ref' | 'Cite' | 'Term';
/** `Picture`: an image alone in its paragraph, which is no tag of its author's; its props are src, alt, title and id. */
type BlockTagName = 'Figure' | 'Chart' | 'Table' | 'Kpis' | 'Conclusions' | 'Covers' | 'Note' | 'Picture';

/** A tag as written; `props` are the attributes that the tag's schema accepts, all texts (`schema/tag-schemas.ts`). */
export interface InlineTagUse {
  type: 'tag';
  name: InlineTagName;
  props: Record<string, string>;
  /** Of `<`. */
  place: Place;
  /** Of each attribute's value. */
  propPlaces: Record<string, Place>;
}

export interface BlockTagUse {
  type: 'block-tag';
  name: BlockTagName;
  props: Record<string, string>;
  place: Place;
  propPlaces: Record<string, Place>;
  /** An attribute it needs is wrong or missing, which is reported: it has its number and place, and shows nothing. */
  refused?: boolean;
  /** Only `Note` has content. */
  children: ParsedBlock[];
}

/** An image of the text, by its path from the report's folder. */
export interface ImageUse {
  src: string;
  place: Place;
}

export type ParsedInline = Inline<InlineTagUse>;
export type ParsedBlock = Block<InlineTagUse, BlockTagUse>;

export interface MarkdownChapter {
  /** Front matter as parsed by gray-matter, not yet checked. */
  front: Record<string, unknown>;
  /** Place of each front matter key. */
  frontPlaces: Record<string, Place>;
  blocks: ParsedBlock[];
  footnotes: Footnote<InlineTagUse, BlockTagUse>[];
  /** All headings in order. */
  headings: Heading<InlineTagUse>[];
  /** Every tag in order of the text, block tags and inline tags, footnotes included. */
  uses: (InlineTagUse | BlockTagUse)[];
  /** Every image, footnotes included. */
  images: ImageUse[];
  problems: Problem[];
}
