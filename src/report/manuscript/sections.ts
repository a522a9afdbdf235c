import type { Place } from '../../base/place.ts';
import type {
  BlockTagUse,
  InlineTagUse,
  ParsedBlock,
  ParsedInline,
} from '../../markdown/markdown-chapter.ts';
import type { Target } from '../book.ts';
import type { ParsedChapter, ParsedReport } from './parsed-report.ts';
import { getPropPlace, splitNames } from './tag-props.ts';

/** A chapter, or a heading with all that stands below it up to the next of its depth or above. */
export interface Section {
  title: string;
  target: Target;
  place: Place;
  /** Parts it is said to cover, by `<Covers>`. */
  covers: { id: string; place: Place }[];
  /** Tags in it, in order. */
  uses: (InlineTagUse | BlockTagUse)[];
  /** Letters of its running text, without spaces, headings, code and tables. */
  letters: number;
}

/** Every chapter and section of a report, in order; sections lie in those above them. */
export function listSections(parsed: ParsedReport): Section[] {
  return parsed.chapters.flatMap((chapter) => [
    buildChapterSection(chapter),
    ...listHeadingSections(chapter),
  ]);
}

function buildChapterSection({ slug, file, front, blocks }: ParsedChapter): Section {
  const first = blocks.findIndex((block) => block.type === 'heading');
  const covers = listCovers(first < 0 ? blocks : blocks.slice(0, first));
  return {
    ...collectText(blocks),
    title: front.title,
    target: { chapter: slug, anchor: '' },
    place: { file, line: 1 },
    covers,
  };
}

function listHeadingSections({ slug, blocks }: ParsedChapter): Section[] {
  return blocks.flatMap((block, at) => {
    if (block.type !== 'heading') return [];
    const rest = blocks.slice(at + 1);
    const ends = rest.findIndex((other) => other.type === 'heading' && other.depth <= block.depth);
    const next = rest.findIndex((other) => other.type === 'heading');
    const within = ends < 0 ? rest : rest.slice(0, ends);
    const covers = listCovers(next < 0 ? rest : rest.slice(0, next));
    return [
      {
        ...collectText(within),
        title: block.text,
        target: { chapter: slug, anchor: block.id },
        place: block.place,
        covers,
      },
    ];
  });
}

function listCovers(blocks: readonly ParsedBlock[]): Section['covers'] {
  return blocks.flatMap((block) => {
    if (block.type !== 'block-tag' || block.name !== 'Covers') return [];
    const place = getPropPlace(block, 'of');
    return splitNames(block.props.of ?? '').map((id) => ({ id, place }));
  });
}

type Contents = Pick<Section, 'uses' | 'letters'>;

function collectText(blocks: readonly ParsedBlock[]): Contents {
  const found: Contents = { uses: [], letters: 0 };
  collectFromBlocks(blocks, found);
  return found;
}

function collectFromBlocks(blocks: readonly ParsedBlock[], found: Contents): void {
  for (const block of blocks) {
    if (block.type === 'block-tag') {
      found.uses.push(block);
      collectFromBlocks(block.children, found);
    } else if (block.type === 'paragraph') collectFromInlines(block.children, found);
    else if (block.type === 'quote') collectFromBlocks(block.children, found);
    else if (block.type === 'list') for (const item of block.items) collectFromBlocks(item.children, found);
  }
}

function collectFromInlines(inlines: readonly ParsedInline[], found: Contents): void {
  for (const inline of inlines) {
    if (inline.type === 'tag') found.uses.push(inline);
    else if (inline.type === 'text') found.letters += [...inline.value.replaceAll(/\s/g, '')].length;
    else if ('children' in inline) collectFromInlines(inline.children, found);
  }
}
