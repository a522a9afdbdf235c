/** A page and its parts, drawn to scale, and the list of the parts beside it. */
import type { PageElement } from '../data/page-clicks.ts';
import { measureText, truncateText } from '../draw/measure-text.ts';
import { buildTextLayers } from '../draw/pixels.ts';
import type { Layer } from '../kind.ts';
import { fontSizes, getColour, isNarrow } from '../theme.ts';

/** Elements named beside the page. */
const mostElements = 12;

/** Pixels of the page as drawn. */
export interface Page {
  width: number;
  height: number;
}

/** A page as a part of itself. */
export const wholePage = { x: 0, y: 0, width: 1, height: 1 };

/** Height of a page that is a quarter higher than wide. */
export const usualRatio = 1.25;

/** A long page is shown narrow: it would fill a sheet of paper else. */
const mostHeight = 400;

/** Leaves room for the list where there is one. */
export function layoutPage(
  room: number,
  fullWidth: number,
  { listed, ratio }: { listed: boolean; ratio: number },
): Page {
  const wanted = isNarrow(fullWidth) ? room : Math.min(listed ? 0.56 * room : 420, 460);
  const width = isNarrow(fullWidth) ? wanted : Math.min(wanted, mostHeight / ratio);
  return { width, height: ratio * width };
}

/** The edges of a part in pixels. */
export function scaleEdges({ x, y, width, height }: Omit<PageElement, 'name'>, page: Page) {
  return {
    left: x * page.width,
    right: (x + width) * page.width,
    top: y * page.height,
    bottom: (y + height) * page.height,
  };
}

/** In the upper left corner of a part, on paper, where it is large enough. Parts listed beside carry their number. */
export function buildElementLabels(elements: readonly PageElement[], page: Page): Layer[] {
  return elements.slice(0, mostElements).flatMap((element, i) => {
    const { left, top, right, bottom } = scaleEdges(element, page);
    const text = String(i + 1);
    const wide = measureText(text, fontSizes.small) + 6;
    if (right - left < wide || bottom - top < 16) return [];
    return [
      {
        data: { values: [{}] },
        mark: { type: 'rect', fill: getColour('paper'), stroke: null },
        encoding: {
          x: { value: left + 1 },
          x2: { value: left + 1 + wide },
          y: { value: top + 1 },
          y2: { value: top + 15 },
        },
      } as Layer,
      ...buildTextLayers([{ text, x: left + 4, y: top + 8 }]),
    ];
  });
}

/**
 * The parts with their shares: beside the page, or under it where the drawing is narrow. `room`: pixels of the whole
 * drawing; `below`: those that the list takes under the page.
 */
export function buildElementList(
  elements: readonly { name: string; share: string }[],
  page: Page,
  room: number,
): { layers: Layer[]; below: number } {
  const shown = elements.slice(0, mostElements);
  const beside = page.width < room - 120;
  const x = beside ? page.width + 22 : 0;
  const top = beside ? 8 : page.height + 54;
  const names = shown.map(({ name, share }, i) => {
    const limit = room - x - measureText(share, fontSizes.small) - 16;
    return { text: truncateText(`${i + 1} ${name}`, fontSizes.small, limit), x, y: top + i * 20 };
  });
  const shares = shown.map(({ share }, i) => ({ text: share, x: room, y: top + i * 20 }));
  const layers = [...buildTextLayers(names), ...buildTextLayers(shares, { align: 'right' })];
  return { layers, below: beside ? 0 : shown.length * 20 };
}
