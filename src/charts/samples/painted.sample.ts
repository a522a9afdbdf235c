/** What an SVG shows, as a flat list in order of painting: for tests that two SVGs are one picture. */

import { parseSvg, type SvgElement } from '../draw/svg-tree.ts';
import { identity, type Matrix, multiplyMatrices, parseMatrix } from './matrix.sample.ts';

/** One shape or text, where it stands on the canvas and what it is painted with. */
export interface Painted {
  name: string;
  /** Paint, font, letters and commands of the path. */
  words: Record<string, string>;
  /** Pixels from the corner of the canvas, and what else is measured. */
  numbers: number[];
}

/** What children have from their parents, with what SVG takes for granted. */
const inherited: Record<string, string> = {
  fill: 'black',
  stroke: 'none',
  'stroke-width': '1',
  'stroke-dasharray': '',
  'stroke-dashoffset': '0',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'font-size': '16',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
};

interface Ground {
  matrix: Matrix;
  style: Record<string, string>;
  opacity: number;
  /** What of the canvas is let through. */
  clips: Painted[];
  ids: Map<string, SvgElement>;
}

/** Groups and whatever has no paint are left out. */
export function listPainted(svg: string): Painted[] {
  const root = parseSvg(svg);
  const ids = new Map<string, SvgElement>();
  collect(root, ids);
  return listShown(root, { matrix: identity, style: inherited, opacity: 1, clips: [], ids });
}

function collect(element: SvgElement, ids: Map<string, SvgElement>): void {
  if (element.attributes.id) ids.set(element.attributes.id, element);
  for (const child of element.children) if (typeof child !== 'string') collect(child, ids);
}

const holders = new Set(['svg', 'g']);
const shapes = new Set(['path', 'rect', 'line', 'circle', 'text', 'image']);

function listShown(element: SvgElement, outer: Ground): Painted[] {
  const { name, attributes, children } = element;
  if (attributes.display === 'none') return [];
  const ground = enterGround(element, outer);
  if (holders.has(name))
    return children.flatMap((child) => (typeof child === 'string' ? [] : listShown(child, ground)));
  if (!shapes.has(name)) return [];
  const one = findPainted(element, ground);
  return one && isSeen(one, ground) ? [one] : [];
}

function enterGround({ attributes }: SvgElement, outer: Ground): Ground {
  const own = Object.entries(attributes).filter(([key]) => key in inherited);
  const style = { ...outer.style, ...Object.fromEntries(own) };
  const matrix = multiplyMatrices(outer.matrix, parseMatrix(attributes.transform));
  const opacity = outer.opacity * Number(attributes.opacity ?? 1);
  const clip = findReferred(outer, attributes['clip-path']);
  const clips = clip ? [...outer.clips, ...buildOutline(clip, matrix)] : outer.clips;
  return { ...outer, style, matrix, opacity, clips };
}

const findReferred = ({ ids }: Ground, reference = '') => ids.get(/url\(#(.*)\)/.exec(reference)?.[1] ?? '');

function buildOutline({ children }: SvgElement, matrix: Matrix): Painted[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const [words, numbers] = computeGeometry(
      child,
      multiplyMatrices(matrix, parseMatrix(child.attributes.transform)),
    );
    return [{ name: child.name, words: { words }, numbers }];
  });
}

function findPainted(one: SvgElement, ground: Ground): Painted | undefined {
  const [written, numbers] = computeGeometry(one, ground.matrix);
  if (written === '') return undefined;
  const { 'stroke-width': width, 'stroke-dasharray': dash, 'font-size': size, ...style } = ground.style;
  const words: Record<string, string> = { written, fill: resolvePaint(style.fill, ground) };
  words.stroke = resolvePaint(style.stroke, ground);
  if (words.stroke !== 'none')
    for (const key of ['stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit']) words[key] = style[key]!;
  if (one.name === 'text') {
    for (const key of ['font-style', 'text-anchor']) words[key] = style[key]!;
    words['font-weight'] = style['font-weight'] === 'normal' ? '400' : style['font-weight']!;
    numbers.push(Number.parseFloat(size!));
  }
  if (words.stroke !== 'none')
    numbers.push(Number(width), ...parseNumbers(dash!), Number(style['stroke-dashoffset']));
  numbers.push(ground.opacity, Number(style['fill-opacity']), Number(style['stroke-opacity']));
  for (const clip of ground.clips) {
    words.clip = `${words.clip ?? ''} ${clip.name} ${clip.words.words}`;
    numbers.push(...clip.numbers);
  }
  return { name: one.name, words, numbers };
}

/** A gradient is what it runs through, not what it is called. */
function resolvePaint(written: string | undefined, ground: Ground): string {
  const found = findReferred(ground, written);
  if (!found) return written === undefined || written === 'transparent' ? 'none' : written;
  const { id, ...attributes } = found.attributes;
  return JSON.stringify({ ...found, attributes });
}

function isSeen({ words }: Painted, { opacity }: Ground): boolean {
  return opacity > 0 && (words.fill !== 'none' || words.stroke !== 'none');
}

const parseNumbers = (text: string) => (text.match(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi) ?? []).map(Number);

/** Letters or commands, and points on the canvas. */
function computeGeometry(one: SvgElement, matrix: Matrix): [string, number[]] {
  const at = (x: number, y: number) => movePoint(matrix, x, y);
  const number = (key: string) => Number(one.attributes[key] ?? 0);
  if (one.name === 'path') return computePathGeometry(one.attributes.d ?? '', at);
  if (one.name === 'text') return computeTextGeometry(one, matrix);
  if (one.name === 'line')
    return ['line', [...at(number('x1'), number('y1')), ...at(number('x2'), number('y2'))]];
  const [x, y] = [number('x') + number('cx'), number('y') + number('cy')];
  const [width, height] = [number('width'), number('height')];
  return [one.name, [...at(x, y), ...at(x + width, y + height), number('r'), number('rx'), number('ry')]];
}

const movePoint = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** Where the line begins, which way it runs, and every line of it. */
function computeTextGeometry({ attributes, children }: SvgElement, matrix: Matrix): [string, number[]] {
  const [x, y] = [Number(attributes.x ?? 0), Number(attributes.y ?? 0)];
  const numbers = [...movePoint(matrix, x, y), ...movePoint(matrix, x + 100, y)];
  const lines = children.flatMap((child) => {
    if (typeof child === 'string') return [child];
    if (child.name === 'title') return [];
    for (const key of ['x', 'dx', 'dy']) numbers.push(Number(child.attributes[key] ?? 0));
    return [`\n${child.children.join('')}`];
  });
  return [lines.join(''), numbers];
}

/** Numbers that each command of a path takes. */
const takes: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

function computePathGeometry(d: string, at: (x: number, y: number) => number[]): [string, number[]] {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const numbers: number[] = [];
  let commands = '';
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const command = letter.toUpperCase();
    const relative = letter !== command;
    const values = parseNumbers(rest);
    const step = takes[command]!;
    for (let i = 0; i === 0 || i < values.length; i += step || 1) {
      const given = values.slice(i, i + step);
      commands += command;
      const [dx, dy] = relative ? [x, y] : [0, 0];
      if (command === 'Z') [x, y] = [startX, startY];
      else if (command === 'H') x = given[0]! + dx;
      else if (command === 'V') y = given[0]! + dy;
      else {
        const points = command === 'A' ? given.slice(5) : given;
        if (command === 'A') numbers.push(...given.slice(0, 5));
        for (let j = 0; j + 2 < points.length; j += 2)
          numbers.push(...at(points[j]! + dx, points[j + 1]! + dy));
        [x, y] = [points.at(-2)! + dx, points.at(-1)! + dy];
      }
      if (command === 'M') [startX, startY] = [x, y];
      numbers.push(...at(x, y));
    }
  }
  return [commands, numbers];
}
