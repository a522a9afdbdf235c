/**
 * Figures and short tables are not broken over pages. One that does not fit would leave the rest of its page white:
 * it goes to the head of the next page instead, and the text goes on. How high everything is comes from a layout
 * without pages; the pages are reckoned from it, and each real layout mends what was reckoned wrong.
 */
import type { Unit } from './units.ts';

/** Where a unit begins (`3-7-a`) or ends (`3-7-b`): chapter and unit by index; page and points from its top. */
export type Spots = ReadonlyMap<string, Spot>;

export const spotOf = (chapter: number, unit: number, edge: 'a' | 'b'): string =>
  `${chapter}-${unit}-${edge}`;

/** Points of an A4 page between its margins; the space around a figure and above a head; white at a foot that is let be. */
const page = { top: 74, bottom: 771, clearance: 12, space: 16, white: 60 };
/** From line to line, and from the top of a page to where the first line is measured. */
const line = { step: 20, first: 10.6 };

interface Piece {
  /** Index of the unit. */
  unit: number;
  object: boolean;
  /** Points from the end of the piece before: headings, lists and space. */
  gap: number;
  height: number;
}

/** The pieces of a chapter as they stand on a page without end. */
export function piecesOf(units: readonly Unit[], chapter: number, spots: Spots): Piece[] {
  const pieces: Piece[] = [];
  let end: number | undefined;
  for (const [unit, { type }] of units.entries()) {
    const [from, to] = edges(chapter, unit, spots);
    if (!from || !to) continue;
    const gap = end === undefined ? from.y - page.top : from.y - end;
    pieces.push({ unit, object: type !== 'paragraph', gap: Math.max(gap, 0), height: to.y - from.y });
    end = to.y;
  }
  return pieces;
}

/** One chapter's objects: which of them go to the head of the next page. */
export class Flow {
  readonly #pieces: readonly Piece[];
  readonly #chapter: number;
  #away = new Set<number>();

  constructor(pieces: readonly Piece[], chapter: number) {
    this.#pieces = pieces;
    this.#chapter = chapter;
    this.#reckon(0, new Sheet());
  }

  /** Units that go to the head of the next page, as `3-7`. */
  get away(): string[] {
    return [...this.#away].map((unit) => `${this.#chapter}-${unit}`);
  }

  /** Reckons anew from the first mistake that a real layout shows; false when it shows none. */
  mend(spots: Spots): boolean {
    let before: Spot | undefined;
    let placed: { page: number; height: number }[] = [];
    for (const [index, { unit, object, height }] of this.#pieces.entries()) {
      const [from, to] = edges(this.#chapter, unit, spots);
      if (!from || !to) continue;
      const floats = this.#away.has(unit);
      const early = floats && from.page === before?.page;
      const overtakes = placed.some(({ page: other }) => other > from.page);
      if (object && before && (early || (!floats && (overtakes || leavesWhite(before, from))))) {
        const y = early ? before.y - height - page.clearance : before.y;
        const waiting = placed.filter((one) => one.page > before!.page).map((one) => one.height);
        this.#reckon(index, new Sheet(y, waiting), !early);
        return true;
      }
      if (floats) placed = [...placed, { page: from.page, height }];
      else before = to;
    }
    return false;
  }

  /** From a piece on, with the page as it is before that; `float`: what is known of the first. */
  #reckon(start: number, sheet: Sheet, float?: boolean): void {
    for (const [index, { unit, object, gap, height }] of this.#pieces.entries()) {
      if (index < start) continue;
      this.#away.delete(unit);
      if (!object) sheet.text(gap, height);
      else if (index === start && float !== undefined ? float : !sheet.holds(gap + height)) {
        this.#away.add(unit);
        sheet.later(height);
      } else sheet.object(gap, height);
    }
  }
}

const leavesWhite = (before: Spot, from: Spot): boolean =>
  from.page > before.page && page.bottom - before.y > page.white;

/** The page being filled. */
class Sheet {
  #y: number;
  /** Heights of what goes to the head of the next one. */
  readonly #waiting: number[];

  constructor(y = page.top, waiting: number[] = []) {
    this.#y = y;
    this.#waiting = waiting;
  }

  /** Nothing overtakes what waits. */
  holds(height: number): boolean {
    return this.#waiting.length === 0 && this.#fits(height);
  }

  later(height: number): void {
    this.#waiting.push(height);
  }

  object(gap: number, height: number): void {
    const before = this.#fits(gap + height) ? gap : this.#turn(gap);
    this.#y += before + height;
  }

  /** Broken over pages where it must be, but neither after its first line nor before its last. */
  text(gap: number, height: number): void {
    const together = height <= 2 * line.step ? height : line.step;
    const before = this.#fits(gap + together) ? gap : this.#turn(gap);
    this.#y += before + height;
    while (this.#y > page.bottom) {
      const lines = Math.max(2, Math.ceil((this.#y - page.bottom) / line.step));
      this.#turn(0);
      this.#y += line.first + (lines - 1) * line.step;
    }
  }

  #fits(height: number): boolean {
    return this.#y + height <= page.bottom;
  }

  /** Begins the next page; gives what is left there of a gap, which is heads without the space above them. */
  #turn(gap: number): number {
    this.#y = page.top;
    while (this.#waiting.length > 0 && this.#fits(this.#waiting[0]!))
      this.#y += this.#waiting.shift()! + page.clearance;
    return Math.max(gap - page.space, 0);
  }
}

interface Spot {
  page: number;
  y: number;
}

function edges(chapter: number, unit: number, spots: Spots): [Spot | undefined, Spot | undefined] {
  return [spots.get(spotOf(chapter, unit, 'a')), spots.get(spotOf(chapter, unit, 'b'))];
}
