/**
 * The image of a page under its clicks. Vega draws a rectangle for it, in a paint that nothing else has; the image
 * takes its place in the finished drawing. So neither a specification nor a kept drawing holds the image.
 */
import type { PageImage } from './input.ts';
import type { Layer } from './kind.ts';

/** Paint of the rectangle; no colour of the palette. */
export const placeholderPaint = 'var(--page-image)';

/** Faint, so that the clicks stand out on it in every theme and in grey. */
const imageOpacity = 0.32;

/** The place of the image in a drawing: `box` are the encodings of its four edges. */
export function buildImageLayer(edges: object, box: object): Layer {
  return {
    data: { values: [edges] },
    mark: { type: 'rect', fill: placeholderPaint, stroke: null },
    encoding: box,
  } as Layer;
}

const placeholder =
  /<path d="M(-?[\d.]+),(-?[\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+Z" fill="var\(--page-image\)"\/>/g;

/** The drawing with the image in its place; as it is where there is none. */
export function insertImage(svg: string, image: PageImage | undefined): string {
  if (!image) return svg;
  return svg.replace(
    placeholder,
    (_, x, y, width, height) =>
      `<image x="${x}" y="${y}" width="${width}" height="${height}" opacity="${imageOpacity}" preserveAspectRatio="none" href="${image.href}"/>`,
  );
}
