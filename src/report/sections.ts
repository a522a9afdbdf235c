import type { Place } from '../base/place.ts';
import type { BlockUse, InlineUse, WrittenBlock, WrittenInline } from '../markdown/uses.ts';
import type { Target } from './book.ts';
import type { Manuscript, ManuscriptChapter } from './manuscript.ts';

/** A chapter, or a heading with all that stands below it up to the next of its depth or above. */
export interface Section {
  title: string;
  target: Target;
  place: Place;
  /** Parts it is said to cover, by `<Covers>`. */
  covers: { id: string; place: Place }[];
  /** Tags in it, in order. */
  uses: (InlineUse | BlockUse)[];
  /** Letters of its running text, without spaces, headings, code and tables. */
  letters: number;
}

/** Every chapter and section of a report, in order; sections lie in those above them. */
export function sectionsOf(manuscript: Manuscript): Section[] {
  return manuscript.chapters.flatMap((chapter) => [wholeChapter(chapter), ...below(chapter)]);
}

function wholeChapter({ slug, file, front, blocks }: ManuscriptChapter): Section {
  const first = blocks.findIndex((block) => block.type === 'heading');
  const covers = coversIn(first < 0 ? blocks : blocks.slice(0, first));
  return {
    ...contents(blocks),
    title: front.title,
    target: { chapter: slug, anchor: '' },
    place: { file, line: 1 },
    covers,
  };
}

function below({ slug, blocks }: ManuscriptChapter): Section[] {
  return blocks.flatMap((block, at) => {
    if (block.type !== 'heading') return [];
    const rest = blocks.slice(at + 1);
    const ends = rest.findIndex((other) => other.type === 'heading' && other.depth <= block.depth);
    const next = rest.findIndex((other) => other.type === 'heading');
    const within = ends < 0 ? rest : rest.slice(0, ends);
    const covers = coversIn(next < 0 ? rest : rest.slice(0, next));
    return [
      {
        ...contents(within),
        title: block.text,
        target: { chapter: slug, anchor: block.id },
        place: block.place,
        covers,
      },
    ];
  });
}

function coversIn(blocks: readonly WrittenBlock[]): Section['covers'] {
  return blocks.flatMap((block) => {
    if (block.type !== 'block-tag' || block.name !== 'Covers') return [];
    const place = block.propPlaces.of ?? block.place;
    return (block.props.of ?? '')
      .split(/[,，、]/)
      .map((id) => ({ id: id.trim(), place }))
      .filter(({ id }) => id !== '');
  });
}

type Contents = Pick<Section, 'uses' | 'letters'>;

function contents(blocks: readonly WrittenBlock[]): Contents {
  const found: Contents = { uses: [], letters: 0 };
  readBlocks(blocks, found);
  return found;
}

function readBlocks(blocks: readonly WrittenBlock[], found: Contents): void {
  for (const block of blocks) {
    if (block.type === 'block-tag') {
      found.uses.push(block);
      readBlocks(block.children, found);
    } else if (block.type === 'paragraph') readInlines(block.children, found);
    else if (block.type === 'quote') readBlocks(block.children, found);
    else if (block.type === 'list') for (const item of block.items) readBlocks(item.children, found);
  }
}

function readInlines(inlines: readonly WrittenInline[], found: Contents): void {
  for (const inline of inlines) {
    if (inline.type === 'tag') found.uses.push(inline);
    else if (inline.type === 'text') found.letters += [...inline.value.replaceAll(/\s/g, '')].length;
    else if ('children' in inline) readInlines(inline.children, found);
  }
}
