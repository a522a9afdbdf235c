/** Names beside dots, placed so that none meets another, a dot that is not its own, or the edge of the plot. */
import { measureText } from './measure-text.ts';

export interface LabelledDot {
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
export interface PlacedLabel {
  x: number;
  y: number;
  align: 'left' | 'center' | 'right';
}

const gap = 4;

/**
 * Names earlier in the list choose first; one that finds no free place has none. `lines` are crossed only where
 * there is no other place. Pixels, from the plot's upper left corner.
 */
export function placeLabels(
  spots: readonly LabelledDot[],
  plot: { width: number; height: number },
  fontSize: number,
  lines: readonly Rect[] = [],
): (PlacedLabel | undefined)[] {
  const used: Rect[] = [];
  return spots.map((spot, i) => {
    const width = measureText(spot.text, fontSize);
    const box = (one: PlacedLabel) => computeBox(one, width, fontSize);
    const free = listCandidates(spot, width, fontSize).filter((one) => {
      const rect = box(one);
      return (
        isInPlot(rect, plot) &&
        !used.some((other) => isOverlapping(rect, other)) &&
        !spots.some((other, at) => at !== i && isCoveredByDot(other, rect))
      );
    });
    const found = free.find((one) => !lines.some((line) => isOverlapping(box(one), line))) ?? free[0];
    if (found) used.push(box(found));
    return found;
  });
}

function isInPlot({ left, right, top, bottom }: Rect, { width, height }: { width: number; height: number }) {
  return left >= 0 && right <= width && top >= 0 && bottom <= height;
}

/** Within the dot where it is large enough, else right, left, over, under, then the corners. */
function listCandidates({ x, y, radius }: LabelledDot, width: number, fontSize: number): PlacedLabel[] {
  const [beside, over] = [radius + gap, radius + gap + fontSize / 2];
  const [slant, lift] = [0.7 * radius + 3, 0.7 * radius + fontSize / 2 + 2];
  const around: PlacedLabel[] = [
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

function computeBox({ x, y, align }: PlacedLabel, width: number, fontSize: number): Rect {
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 0.65 * fontSize, bottom: y + 0.65 * fontSize };
}

function isOverlapping(a: Rect, b: Rect): boolean {
  return a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom && b.top < a.bottom;
}

/** Whether a dot reaches into the rectangle. */
function isCoveredByDot({ x, y, radius }: LabelledDot, { left, right, top, bottom }: Rect): boolean {
  const nearest = { x: Math.min(Math.max(x, left), right), y: Math.min(Math.max(y, top), bottom) };
  return Math.hypot(x - nearest.x, y - nearest.y) < radius + 1;
}
