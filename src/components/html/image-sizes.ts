import { linkToFile, type PageContext } from './page-context.ts';

/** Pixels: a tall screenshot leaves room for the text around it. */
const mostHeight = 640;

/** Attributes of an image: the browser takes the size that fits, and keeps room for it. Undefined when it cannot be shown. */
export function describeImage(src: string, context: PageContext) {
  const image = Object.hasOwn(context.book.images, src) ? context.book.images[src] : undefined;
  const largest = image?.sizes.at(-1);
  if (!image || !largest) return undefined;
  const link = (name: string) => linkToFile(context, `media/${name}`);
  const several = image.sizes.length > 1 && {
    srcset: image.sizes.map(({ name, width }) => `${link(name)} ${width}w`).join(', '),
    sizes: `(max-width: 48rem) 94vw, 45rem`,
  };
  const ratio = image.height / image.width;
  const width = Math.max(1, Math.round(Math.min(largest.width, mostHeight / ratio)));
  return { src: link(largest.name), ...several, width, height: Math.max(1, Math.round(width * ratio)) };
}
