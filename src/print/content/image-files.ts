import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { decodeEntities, decodeUri } from '../../base/decoding.ts';
import type { Place } from '../../base/place.ts';
import { resolveColours } from '../../charts/palette.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Picture } from '../../report/book.ts';
import { families } from '../fonts/fonts.ts';
import type { PrintContext } from '../print-context.ts';

const formats = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg']);

/** The bytes of `file` when it lies inside `root`, links followed. */
function readInside(root: string, file: string): Uint8Array | undefined {
  try {
    const real = realpathSync(file);
    if (relative(realpathSync(root), real).startsWith('..')) return undefined;
    return readFileSync(real);
  } catch {
    return undefined;
  }
}

/** Looked for beside the chapter, then from the course root; undefined when it cannot be printed. */
export function readImage(root: string, image: { src: string; place: Place }): Uint8Array | undefined {
  if (!formats.has(extname(image.src).toLowerCase())) return undefined;
  const src = decodeUri(image.src);
  return readInside(root, join(root, dirname(image.place.file), src)) ?? readInside(root, join(root, src));
}

/**
 * Lays an author's image before the compiler and gives its path there. A problem and undefined when it cannot be
 * printed.
 */
export function addImageFile(
  context: PrintContext,
  image: { src: string; place: Place },
): string | undefined {
  const extension = extname(image.src).toLowerCase();
  const bytes = readImage(context.root, image);
  if (!bytes) {
    context.problems.push(createProblem('image-not-printed', image.place, { src: image.src }));
    return undefined;
  }
  const path = `/image-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}${extension}`;
  context.files.set(path, bytes);
  return path;
}

/** Lays a figure before the compiler as a vector, in the colours and the face of print; gives its path. */
export function addDrawingFile(context: PrintContext, picture: Picture): string {
  const path = `/figure-${context.files.size}.svg`;
  const lettered = picture.svg.replace(
    /(<text[^>]*>)([\s\S]*?)(?=<\/text>)/g,
    (_, open: string, label: string) => {
      const pieces = label.split(/(<[^>]*>)/);
      return (
        open + pieces.map((piece) => (piece.startsWith('<') ? piece : filterLabel(context, piece))).join('')
      );
    },
  );
  const svg = resolveColours(lettered, 'print', families.hei)
    .replace(/font-family="[^"]*"/g, `font-family="${families.hei}"`)
    .replace(/font-family:[^;"]*/g, `font-family:${families.hei}`);
  context.files.set(path, svg);
  return path;
}

/** The text of a label without what cannot be printed. */
function filterLabel(context: PrintContext, label: string): string {
  const plain = decodeEntities(label);
  const printable = context.unsupported.withoutUnsupported(plain, context.place);
  return printable === plain ? label : printable.replace(/[<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
