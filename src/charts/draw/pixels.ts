/** Charts laid out by the pixel, such as calendars: axes on which a number is a place. */
import type { Layer } from '../kind.ts';
import { fontSizes, getColour } from '../theme.ts';

/** The encoding of one direction, `length` pixels long; y runs downwards. */
export function buildPixelAxis(length: number): object {
  return {
    type: 'quantitative',
    scale: { domain: [0, length], range: [0, length], nice: false, zero: false },
    axis: null,
  };
}

export interface PixelText {
  text: string;
  x: number;
  y: number;
}

/** Texts at places, all of one look. */
export function buildTextLayers(texts: readonly PixelText[], mark: object = {}): Layer[] {
  return texts.map(({ text, x, y }) => ({
    data: { values: [{}] },
    mark: { type: 'text', text, fontSize: fontSizes.small, align: 'left', baseline: 'middle', ...mark },
    encoding: { x: { value: x }, y: { value: y } },
  })) as Layer[];
}

/** Names with their symbols one after the other, `gap` pixels apart, in as many lines as `width` needs. */
export function layoutInLines(
  texts: readonly { width: number }[],
  width: number,
  gap = 16,
): { places: { x: number; line: number }[]; lines: number } {
  let [x, line] = [0, 0];
  const places = texts.map((text) => {
    if (x > 0 && x + text.width > width) [x, line] = [0, line + 1];
    const place = { x, line };
    x += text.width + gap;
    return place;
  });
  return { places, lines: texts.length === 0 ? 0 : line + 1 };
}

export const faintText = { fill: getColour('ink-3') };
