import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { decodeUri } from '../../base/decoding.ts';
import type { Place } from '../../base/place.ts';
import { resolveColours } from '../../charts/palette.ts';
import { resolvePlain } from '../../files/path-guard.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Picture } from '../../report/book.ts';
import { families } from '../fonts/fonts.ts';
import type { PrintContext, VirtualFile } from '../print-context.ts';
import { letterDrawing } from './drawing-labels.ts';

const formats = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg']);

/** The bytes of `file` when it lies inside `root` and is a file, not a link or a pipe. */
function readInside(root: string, file: string): Uint8Array | undefined {
  try {
    const path = resolvePlain(root, file);
    return statSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** In the faces of print: a font that the machine happens to have prints differently on another. */
function setFaces(svg: string): string {
  const own = `font-family:${families.hei}`;
  return svg
    .replace(/<style\b[\s\S]*?<\/style>/g, (css) => css.replace(/font-family:[^;}]*/g, own))
    .replace(/font-family=(?:"[^"]*"|'[^']*')/g, `font-family="${families.hei}"`)
    .replace(/font-family:[^;"}]*/g, own);
}

/** An author's drawing, which may say nothing of a face. One without letters stays as it is. */
function toPrintedSvg(
  context: PrintContext,
  { file, bytes }: { file: string; bytes: Uint8Array },
): Uint8Array | string {
  const svg = new TextDecoder().decode(bytes);
  if (!svg.includes('<text')) return bytes;
  const faced = svg.replace(/<svg\b(?![^>]*font-family)/, `<svg font-family="${families.hei}"`);
  return letterDrawing(context, setFaces(faced), { file });
}

/** Looked for beside the chapter, then from the course root; undefined when it cannot be printed. */
function findImage(root: string, image: { src: string; place: Place }) {
  if (!formats.has(extname(image.src).toLowerCase())) return undefined;
  const src = decodeUri(image.src);
  for (const file of [posix.join(posix.dirname(image.place.file), src), src]) {
    const bytes = readInside(root, join(root, file));
    if (bytes) return { file, bytes };
  }
  return undefined;
}

export function readImage(root: string, image: { src: string; place: Place }): Uint8Array | undefined {
  return findImage(root, image)?.bytes;
}

/**
 * Lays an author's image before the compiler and gives its path there. A problem and undefined when it cannot be
 * printed.
 */
export function addImageFile(
  context: PrintContext,
  image: { src: string; place: Place },
): string | undefined {
  const prepared = context.images.get(image.src);
  if (prepared) return addFile(context, prepared.bytes, prepared.extension);
  const extension = extname(image.src).toLowerCase();
  const found = findImage(context.root, image);
  if (!found) {
    context.problems.push(createProblem('image-not-printed', image.place, { src: image.src }));
    return undefined;
  }
  return addFile(context, extension === '.svg' ? toPrintedSvg(context, found) : found.bytes, extension);
}

function addFile(context: PrintContext, content: VirtualFile, extension: string): string {
  const path = `/image-${createHash('sha256').update(content).digest('hex').slice(0, 16)}${extension}`;
  context.files.set(path, content);
  return path;
}

/** Lays a figure before the compiler as a vector, in the colours and the face of print; gives its path. */
export function addDrawingFile(context: PrintContext, picture: Picture): string {
  const path = `/figure-${context.files.size}.svg`;
  const svg = setFaces(resolveColours(picture.svg, 'print', families.hei));
  context.files.set(path, letterDrawing(context, svg, context.place));
  return path;
}
