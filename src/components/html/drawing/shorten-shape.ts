import type { SvgElement } from '../../../charts/draw/svg-tree.ts';
import { movePath } from './path-shape.ts';

const geometry = new Set('d transform x y x1 y1 x2 y2 cx cy r width height'.split(' '));
const longNumber = /-?\d*\.\d{2,}/g;
const translation = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/;
/** How Vega draws a disc: two half circles around the origin. */
const disc = /^M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0$/;

/** One decimal: a twentieth of a pixel is not seen. */
function round(text: string): string {
  return text.replace(longNumber, (number) => String(Math.round(Number(number) * 10) / 10 || 0));
}

/** The same shape said shorter: rounded, a disc as a circle, a shape and a text at their places. */
export function shortenShape({ name, attributes, children }: SvgElement): SvgElement {
  const rounded: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (name === 'line' && value === '0') continue;
    // The size of the whole is that of its box.
    rounded[key] = name !== 'svg' && geometry.has(key) ? round(value) : value;
  }
  const { transform = 'translate(0,0)', ...rest } = rounded;
  const [, x, y] = translation.exec(transform) ?? [];
  if (x === undefined || y === undefined) return { name, attributes: rounded, children };
  const radius = disc.exec(attributes.d ?? '')?.[1];
  if (name === 'path' && radius !== undefined) {
    const { d: _, ...paint } = rest;
    return { name: 'circle', attributes: { cx: x, cy: y, r: round(radius), ...paint }, children };
  }
  const [, exactX, exactY] = translation.exec(attributes.transform ?? '') ?? [];
  const moved = name === 'path' && exactX && movePath(attributes.d ?? '', [Number(exactX), Number(exactY)]);
  if (moved) return { name, attributes: { ...rest, d: moved }, children };
  // Lines of a text of several begin at an x of their own.
  const isPlain =
    name === 'text' && !('x' in rest || 'y' in rest) && children.every((one) => typeof one === 'string');
  return isPlain
    ? { name, attributes: { x, y, ...rest }, children }
    : { name, attributes: rounded, children };
}

/** Lines one behind the other in the same paint, as those of a grid are, as one path. */
export function joinLines(children: (SvgElement | string)[]): (SvgElement | string)[] {
  const joined: (SvgElement | string)[] = [];
  let last: { path: SvgElement; paint: string } | undefined;
  for (const child of children) {
    const line = typeof child === 'string' ? undefined : parseLine(child);
    if (!line) {
      joined.push(child);
      last = undefined;
    } else if (last?.paint === line.paint) last.path.attributes.d += line.path.attributes.d!;
    else {
      last = line;
      joined.push(line.path);
    }
  }
  return joined;
}

/** A line that only has a stroke; one that can be seen through would be another where it crosses itself. */
function parseLine({
  name,
  attributes,
  children,
}: SvgElement): { path: SvgElement; paint: string } | undefined {
  if (name !== 'line' || children.length > 0) return undefined;
  const { transform = 'translate(0,0)', x1 = '0', y1 = '0', x2 = '0', y2 = '0', ...paint } = attributes;
  const [, left, top] = translation.exec(transform) ?? [];
  if (left === undefined || top === undefined || 'opacity' in paint || 'stroke-opacity' in paint)
    return undefined;
  const at = (start: string, way: string) => round(String(Number(start) + Number(way)));
  const d = `M${at(left, x1)},${at(top, y1)}L${at(left, x2)},${at(top, y2)}`;
  return { path: { name: 'path', attributes: { d, ...paint }, children: [] }, paint: JSON.stringify(paint) };
}
