/**
 * What is laid out in one piece. Two figures that follow one another in a section and stay legible at half the width
 * of the text stand side by side.
 */
import type { BookBlock, BookFigure } from '../../report/book.ts';

export type LayoutUnit = BookBlock | FigurePair;

interface FigurePair {
  type: 'pair';
  ids: [left: string, right: string];
}

/** Pixels of a drawing as wide as a phone; how much higher one may be than the other; paragraphs between the two. */
const limit = { height: 430, ratio: 1.6, paragraphs: 2 };

/** The units of one chapter. Paragraphs between the figures of a pair go before it. */
export function buildUnits(blocks: readonly BookBlock[], figures: readonly BookFigure[]): LayoutUnit[] {
  const narrow = new Map(figures.filter(isNarrow).map((figure) => [figure.id, figure.phone.height]));
  const units: LayoutUnit[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    const right = block.type === 'figure' ? findPartner(blocks, index, narrow) : undefined;
    if (block.type !== 'figure' || right === undefined) {
      units.push(block);
      continue;
    }
    const { id } = blocks[right] as typeof block;
    units.push(...blocks.slice(index + 1, right), { type: 'pair', ids: [block.id, id] });
    index = right;
  }
  return units;
}

const isNarrow = ({ page, phone }: BookFigure): boolean => !page && phone.height <= limit.height;

/** Index of the figure that can stand to the right of the one at `left`; its own neighbour comes before one further off. */
function findPartner(
  blocks: readonly BookBlock[],
  left: number,
  narrow: ReadonlyMap<string, number>,
): number | undefined {
  const getHeight = (index: number): number | undefined => {
    const block = blocks[index];
    return block?.type === 'figure' ? narrow.get(block.id) : undefined;
  };
  const isSimilarHeight = (one = Number.NaN, two = Number.NaN): boolean =>
    Math.max(one, two) <= limit.ratio * Math.min(one, two);
  let right = left + 1;
  while (right - left <= limit.paragraphs && blocks[right]?.type === 'paragraph') right += 1;
  if (!isSimilarHeight(getHeight(left), getHeight(right))) return undefined;
  const taken = right > left + 1 && isSimilarHeight(getHeight(right), getHeight(right + 1));
  return taken ? undefined : right;
}
