/** Names beside dots, placed so that none meets another, a dot that is not its own, or the edge of the plot. */
import { textWidth } from './measure.ts';

export interface Spot {
  x: number;
  y: number;
  /** Of the dot. */
  radius: number;
  text: string;
}

export interface Rect {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where a text stands: the pixel of its middle line, and which of its ends is there. */
export interface Placed {
  x: number;
  y: number;
  align: 'left' | 'center' | 'right';
}

const gap = 4;

/**
 * Names earlier in the list choose first; one that finds no free place has none. `lines` are crossed only where
 * there is no other place. Pixels, from the plot's upper left corner.
 */
export function placeNames(
  spots: readonly Spot[],
  plot: { width: number; height: number },
  fontSize: number,
  lines: readonly Rect[] = [],
): (Placed | undefined)[] {
  const used: Rect[] = [];
  return spots.map((spot, i) => {
    const width = textWidth(spot.text, fontSize);
    const box = (one: Placed) => boxOf(one, width, fontSize);
    const free = candidates(spot, width, fontSize).filter((one) => {
      const rect = box(one);
      return (
        within(rect, plot) &&
        !used.some((other) => meet(rect, other)) &&
        !spots.some((other, at) => at !== i && covers(other, rect))
      );
    });
    const found = free.find((one) => !lines.some((line) => meet(box(one), line))) ?? free[0];
    if (found) used.push(box(found));
    return found;
  });
}

function within({ left, right, top, bottom }: Rect, { width, height }: { width: number; height: number }) {
  return left >= 0 && right <= width && top >= 0 && bottom <= height;
}

/** Within the dot where it is large enough, else right, left, over, under, then the corners. */
function candidates({ x, y, radius }: Spot, width: number, fontSize: number): Placed[] {
  const [beside, over] = [radius + gap, radius + gap + fontSize / 2];
  const [slant, lift] = [0.7 * radius + 3, 0.7 * radius + fontSize / 2 + 2];
  const around: Placed[] = [
    { x: x + beside, y, align: 'left' },
    { x: x - beside, y, align: 'right' },
    { x, y: y - over, align: 'center' },
    { x, y: y + over, align: 'center' },
    { x: x + slant, y: y - lift, align: 'left' },
    { x: x + slant, y: y + lift, align: 'left' },
    { x: x - slant, y: y - lift, align: 'right' },
    { x: x - slant, y: y + lift, align: 'right' },
  ];
  return width + 8 <= 2 * radius ? [{ x, y, align: 'center' }, ...around] : around;
}

function boxOf({ x, y, align }: Placed, width: number, fontSize: number): Rect {
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 0.65 * fontSize, bottom: y + 0.65 * fontSize };
}

function meet(a: Rect, b: Rect): boolean {
  return a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom && b.top < a.bottom;
}

/** Whether a dot reaches into the rectangle. */
function covers({ x, y, radius }: Spot, { left, right, top, bottom }: Rect): boolean {
  const nearest = { x: Math.min(Math.max(x, left), right), y: Math.min(Math.max(y, top), bottom) };
  return Math.hypot(x - nearest.x, y - nearest.y) < radius + 1;
}
