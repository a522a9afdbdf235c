import type { SvgElement } from '../../../charts/draw/svg-tree.ts';
import { type Box, measurePath } from './path-shape.ts';

/** Class of a mark that the drawing for the text says: the script finds its words there, by number. */
export const spokenMark = 'm';
/** Class of a path of several marks: the script makes one of each piece, and gives it its line of the words. */
const joinedMarks = 'j';

interface Shape {
  d: string;
  /** All else that the element says: pieces of one path have it in common. */
  paint: Readonly<Record<string, string>>;
  /** What a mark says. */
  words: string | undefined;
  box: Box;
  /** Whether the picture is the same where pieces lie on each other. */
  mayOverlap: boolean;
}

interface Run {
  first: SvgElement;
  shapes: Shape[];
}

/** Each piece of a cloud is compared with all others. */
const mostPieces = 400;
/** Without the script one tip of the browser says them all. */
const mostWords = 16;

/** Shapes one behind the other in the same paint as one path; the words of marks are lines of its title. */
export function joinShapes(children: readonly (SvgElement | string)[]): (SvgElement | string)[] {
  const joined: (SvgElement | string)[] = [];
  let run: Run | undefined;
  const endRun = () => {
    if (run) joined.push(run.shapes.length > 1 ? toPath(run.shapes) : run.first);
    run = undefined;
  };
  for (const child of children) {
    const shape = typeof child === 'string' ? undefined : parseShape(child);
    if (run && shape && canJoin(run.shapes, shape)) run.shapes.push(shape);
    else {
      endRun();
      if (shape) run = { first: child as SvgElement, shapes: [shape] };
      else joined.push(child);
    }
  }
  endRun();
  return joined;
}

function canJoin(shapes: readonly Shape[], shape: Shape): boolean {
  const { paint, words } = shapes[0]!;
  if ((words === undefined) !== (shape.words === undefined)) return false;
  if (shapes.length >= (words === undefined ? mostPieces : mostWords)) return false;
  if (JSON.stringify(paint) !== JSON.stringify(shape.paint)) return false;
  return shape.mayOverlap || shapes.every(({ box }) => isApart(box, shape.box));
}

/** Places are rounded: what touches may seem to lie on each other by as much. */
const touch = 0.11;

const isApart = (a: Box, b: Box): boolean =>
  a.right < b.left + touch ||
  b.right < a.left + touch ||
  a.bottom < b.top + touch ||
  b.bottom < a.top + touch;

function toPath(shapes: readonly Shape[]): SvgElement {
  const { paint, words } = shapes[0]!;
  const attributes: Record<string, string> = { d: shapes.map(({ d }) => d).join(''), ...paint };
  const isMarks = words !== undefined || 'class' in paint;
  if (isMarks) attributes.class = joinedMarks;
  const lines = shapes.map((shape) => shape.words).join('\n');
  const title = { name: 'title', attributes: {}, children: [lines] };
  return { name: 'path', attributes, children: words === undefined ? [] : [title] };
}

function parseShape(element: SvgElement): Shape | undefined {
  const { name, attributes, children } = element;
  const { class: mark } = attributes;
  const words = children.length > 0 ? findHoverText(element) : undefined;
  const isOther = children.length > 0 && (children.length > 1 || words === undefined || words.includes('\n'));
  if (isOther || 'transform' in attributes || (mark !== undefined && mark !== spokenMark)) return undefined;
  if (name === 'circle') return parseDisc(attributes, words);
  const { d, ...paint } = attributes;
  if (name !== 'path' || d === undefined) return undefined;
  // The script takes marks apart, where an `M` begins one.
  if ((mark ?? words) !== undefined && d.lastIndexOf('M') > 0) return undefined;
  const box = measurePath(d);
  if (!box) return undefined;
  const isLine = !isPainted(paint.fill) && isPainted(paint.stroke);
  // Where outlines meet, the later one covers the earlier, and is of the same paint.
  const half = isPainted(paint.stroke) && !isOpaque(paint) ? Number(paint['stroke-width'] ?? 1) / 2 : 0;
  return { d, paint, words, box: widen(box, half), mayOverlap: isLine && isOpaque(paint) };
}

/** A disc without an outline of another paint is a point drawn with a round pen: in a path it takes a third of the bytes. */
function parseDisc(
  { cx = '0', cy = '0', r = '0', ...rest }: Record<string, string>,
  words: string | undefined,
): Shape | undefined {
  const { fill, 'fill-opacity': opacity, stroke, 'stroke-width': line = '1', ...others } = rest;
  const isOutlined = isPainted(stroke);
  if (!isPainted(fill) || Object.keys(others).some((key) => key.startsWith('stroke'))) return undefined;
  if (isOutlined && (stroke !== fill || opacity !== undefined || 'opacity' in others)) return undefined;
  const width = String(Math.round(Number(r) * 20 + (isOutlined ? Number(line) * 10 : 0)) / 10);
  const pen = { ...others, stroke: fill!, 'stroke-width': width, 'stroke-linecap': 'round' };
  const paint = opacity === undefined ? pen : { ...pen, 'stroke-opacity': opacity };
  const [x, y] = [Number(cx), Number(cy)];
  const box = widen({ left: x, right: x, top: y, bottom: y }, Number(width) / 2);
  return { d: `M${cx},${cy}h0`, paint, words, box, mayOverlap: isOpaque(paint) };
}

/** What a mark says to who points at it; a child of the drawing's root is the name of the whole. */
export function findHoverText({ name, children: [first] }: SvgElement): string | undefined {
  if (name === 'title' || typeof first !== 'object' || first.name !== 'title') return undefined;
  return first.children.join('');
}

const isPainted = (paint: string | undefined): boolean => paint !== undefined && paint !== 'none';

const isOpaque = (paint: Readonly<Record<string, string>>): boolean =>
  !('opacity' in paint || 'stroke-opacity' in paint) &&
  (isPainted(paint.stroke) || !('fill-opacity' in paint));

const widen = ({ left, right, top, bottom }: Box, by: number): Box => ({
  left: left - by,
  right: right + by,
  top: top - by,
  bottom: bottom + by,
});
