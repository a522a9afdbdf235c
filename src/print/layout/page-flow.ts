/**
 * Figures and short tables are not broken over pages. One that does not fit would leave the rest of its page white:
 * it goes to the head of the next page instead, and the text goes on. How high everything is comes from a layout
 * without pages; the pages are predicted from it, and each real layout corrects the prediction.
 */
import type { LayoutUnit } from './layout-units.ts';

/** Where a unit begins (`3-7-a`) or ends (`3-7-b`): chapter and unit by index; page and points from its top. */
export type Positions = ReadonlyMap<string, Position>;

export const toPositionKey = (chapter: number, unit: number, edge: 'a' | 'b'): string =>
  `${chapter}-${unit}-${edge}`;

/** Points of an A4 page between its margins; the space around a figure and above a head; white at a foot that is let be. */
const page = { top: 74, bottom: 771, clearance: 12, space: 16, white: 60 };
/** From line to line, and from the top of a page to where the first line is measured. */
const line = { step: 20, first: 10.6 };

interface FlowPiece {
  /** Index of the unit. */
  unit: number;
  /** A figure or a table, which is not broken over pages. */
  isItem: boolean;
  /** Points from the end of the piece before: headings, lists and space. */
  gap: number;
  height: number;
}

/** The pieces of a chapter as they stand on a page without end. */
export function measurePieces(
  units: readonly LayoutUnit[],
  chapter: number,
  positions: Positions,
): FlowPiece[] {
  const pieces: FlowPiece[] = [];
  let end: number | undefined;
  for (const [unit, { type }] of units.entries()) {
    const [from, to] = getEdges(chapter, unit, positions);
    if (!from || !to) continue;
    const gap = end === undefined ? from.y - page.top : from.y - end;
    pieces.push({ unit, isItem: type !== 'paragraph', gap: Math.max(gap, 0), height: to.y - from.y });
    end = to.y;
  }
  return pieces;
}

/** The figures and tables of one chapter: which of them go to the head of the next page. */
export class PageFlow {
  readonly #pieces: readonly FlowPiece[];
  readonly #chapter: number;
  #floated = new Set<number>();

  constructor(pieces: readonly FlowPiece[], chapter: number) {
    this.#pieces = pieces;
    this.#chapter = chapter;
    this.#layout(0, new PageFill());
  }

  /** Units that go to the head of the next page, as `3-7`. */
  get floated(): string[] {
    return [...this.#floated].map((unit) => `${this.#chapter}-${unit}`);
  }

  /** Lays out anew from the first mistake that a real layout shows; false when it shows none. */
  refine(positions: Positions): boolean {
    let before: Position | undefined;
    let placed: { page: number; height: number }[] = [];
    for (const [index, { unit, isItem, height }] of this.#pieces.entries()) {
      const [from, to] = getEdges(this.#chapter, unit, positions);
      if (!from || !to) continue;
      const floats = this.#floated.has(unit);
      const early = floats && from.page === before?.page;
      const overtakes = placed.some(({ page: other }) => other > from.page);
      if (isItem && before && (early || (!floats && (overtakes || hasWhiteGap(before, from))))) {
        const y = early ? before.y - height - page.clearance : before.y;
        const waiting = placed.filter((one) => one.page > before!.page).map((one) => one.height);
        this.#layout(index, new PageFill(y, waiting), !early);
        return true;
      }
      if (floats) placed = [...placed, { page: from.page, height }];
      else before = to;
    }
    return false;
  }

  /** From a piece on, with the page as it is before that; `float`: what is known of the first. */
  #layout(start: number, fill: PageFill, float?: boolean): void {
    for (const [index, { unit, isItem, gap, height }] of this.#pieces.entries()) {
      if (index < start) continue;
      this.#floated.delete(unit);
      if (!isItem) fill.addText(gap, height);
      else if (index === start && float !== undefined ? float : !fill.canPlace(gap + height)) {
        this.#floated.add(unit);
        fill.defer(height);
      } else fill.addItem(gap, height);
    }
  }
}

const hasWhiteGap = (before: Position, from: Position): boolean =>
  from.page > before.page && page.bottom - before.y > page.white;

/** The page being filled. */
class PageFill {
  #y: number;
  /** Heights of what goes to the head of the next one. */
  readonly #waiting: number[];

  constructor(y = page.top, waiting: number[] = []) {
    this.#y = y;
    this.#waiting = waiting;
  }

  /** Nothing overtakes what waits. */
  canPlace(height: number): boolean {
    return this.#waiting.length === 0 && this.#canFit(height);
  }

  defer(height: number): void {
    this.#waiting.push(height);
  }

  addItem(gap: number, height: number): void {
    const before = this.#canFit(gap + height) ? gap : this.#startPage(gap);
    this.#y += before + height;
  }

  /** Broken over pages where it must be, but neither after its first line nor before its last. */
  addText(gap: number, height: number): void {
    const together = height <= 2 * line.step ? height : line.step;
    const before = this.#canFit(gap + together) ? gap : this.#startPage(gap);
    this.#y += before + height;
    while (this.#y > page.bottom) {
      const lines = Math.max(2, Math.ceil((this.#y - page.bottom) / line.step));
      this.#startPage(0);
      this.#y += line.first + (lines - 1) * line.step;
    }
  }

  #canFit(height: number): boolean {
    return this.#y + height <= page.bottom;
  }

  /** Begins the next page; gives what is left there of a gap, which is heads without the space above them. */
  #startPage(gap: number): number {
    this.#y = page.top;
    while (this.#waiting.length > 0 && this.#canFit(this.#waiting[0]!))
      this.#y += this.#waiting.shift()! + page.clearance;
    return Math.max(gap - page.space, 0);
  }
}

interface Position {
  page: number;
  y: number;
}

function getEdges(
  chapter: number,
  unit: number,
  positions: Positions,
): [Position | undefined, Position | undefined] {
  return [positions.get(toPositionKey(chapter, unit, 'a')), positions.get(toPositionKey(chapter, unit, 'b'))];
}
