/**
 * Figures and short tables are not broken over pages. One that does not fit would leave the rest of its
 * page white; the paragraphs after it, up to the next head, are drawn before it instead.
 */
import type { BookBlock } from '../report/book.ts';

/** Where a block begins (`3-7-a`) or ends (`3-7-b`): chapter and block by index; page and points from its top. */
export type Spots = ReadonlyMap<string, { page: number; y: number }>;

export const spotOf = (chapter: number, block: number, edge: 'a' | 'b'): string =>
  `${chapter}-${block}-${edge}`;

/** Points of an A4 page between its margins, and the white at its foot that is let be. */
const page = { top: 74, bottom: 771, white: 110 };
const line = 20;
/** No figure goes further from where it was written. */
const furthest = 3;

/**
 * The blocks of one chapter with its first misplaced figure moved; undefined when all is well.
 * `moved`: the ids moved so far; none is moved twice.
 */
export function refilled(
  blocks: BookBlock[],
  chapter: number,
  spots: Spots,
  moved: Set<string>,
): BookBlock[] | undefined {
  for (const [index, block] of blocks.entries()) {
    if ((block.type !== 'figure' && block.type !== 'table') || moved.has(block.id)) continue;
    const gap = whiteBefore(chapter, index, spots);
    const count = gap < page.white ? 0 : following(blocks, chapter, index, gap, spots);
    if (count === 0) continue;
    moved.add(block.id);
    const after = blocks.slice(index + 1, index + 1 + count);
    return [...blocks.slice(0, index), ...after, block, ...blocks.slice(index + 1 + count)];
  }
  return undefined;
}

/** Points left white at the foot of the page before a block; 0 when it follows on the same page. */
function whiteBefore(chapter: number, block: number, spots: Spots): number {
  const end = spots.get(spotOf(chapter, block - 1, 'b'));
  const own = spots.get(spotOf(chapter, block, 'a'));
  return end && own && own.page > end.page ? page.bottom - end.y : 0;
}

/** How many paragraphs behind the block it takes to fill the gap, at most. */
function following(blocks: BookBlock[], chapter: number, block: number, gap: number, spots: Spots): number {
  let filled = 0;
  let count = 0;
  while (count < furthest && filled < gap - 3 * line && blocks[block + count + 1]?.type === 'paragraph') {
    count += 1;
    filled += height(chapter, block + count, spots);
  }
  return count;
}

function height(chapter: number, block: number, spots: Spots): number {
  const start = spots.get(spotOf(chapter, block, 'a'));
  const end = spots.get(spotOf(chapter, block, 'b'));
  if (!start || !end) return 0;
  const over = start.page === end.page ? 0 : page.bottom - page.top;
  return end.y - start.y + over + line;
}
