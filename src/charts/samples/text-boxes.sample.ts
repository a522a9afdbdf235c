/** Where the texts of a drawing stand, computed apart from Vega: for tests that nothing is cut off or overlaps. */

import { measureText } from '../draw/measure-text.ts';
import { parseSvg, type SvgElement } from '../draw/svg-tree.ts';
import { identity, type Matrix, multiplyMatrices, parseMatrix } from './matrix.sample.ts';

export interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function measureTextBoxes(svg: string): Box[] {
  const boxes: Box[] = [];
  collectBoxes(parseSvg(svg), identity, boxes);
  return boxes;
}

function collectBoxes(element: SvgElement, outer: Matrix, boxes: Box[]): void {
  const matrix = multiplyMatrices(outer, parseMatrix(element.attributes.transform));
  if (element.name === 'text') for (const line of splitLines(element)) boxes.push(measureBox(line, matrix));
  else
    for (const child of element.children) if (typeof child !== 'string') collectBoxes(child, matrix, boxes);
}

/** A text of several lines as texts of one line each. */
function splitLines(text: SvgElement): SvgElement[] {
  const spans = text.children.filter((child) => typeof child !== 'string');
  if (spans.length === 0) return [text];
  let down = 0;
  return spans.map((span) => {
    down += Number(span.attributes.dy ?? 0);
    const transform = `translate(0,${down})`;
    return { ...span, attributes: { ...text.attributes, transform } };
  });
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

function measureBox({ name, attributes, children }: SvgElement, outer: Matrix): Box {
  const matrix = name === 'tspan' ? multiplyMatrices(outer, parseMatrix(attributes.transform)) : outer;
  const text = children.join('').replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
  const size = Number(attributes['font-size']);
  const width = measureText(text, size);
  const anchor = attributes['text-anchor'] ?? 'start';
  const left = anchor === 'start' ? 0 : anchor === 'end' ? -width : -width / 2;
  // The body of a Han character in Noto Sans and YaHei, over and under the baseline.
  const corners = [left, left + width].flatMap((x) =>
    [-0.85 * size, 0.13 * size].map((y) => [x, y] as const),
  );
  const [a, b, c, d, e, f] = matrix;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  return {
    text,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** Texts that leave the canvas, by more than a hair. */
export function listCutOff(boxes: readonly Box[], width: number, height: number): string[] {
  const out = ({ left, right, top, bottom }: Box) =>
    left < -0.5 || top < -0.5 || right > width + 0.5 || bottom > height + 0.5;
  return boxes.filter(out).map(({ text }) => text);
}

/** Pairs of texts that cover each other, by more than a hair. */
export function listOverlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5,
      )
      .map((b) => `${a.text} × ${b.text}`),
  );
}
