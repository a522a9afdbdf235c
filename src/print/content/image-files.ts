import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import type { Place } from '../../base/place.ts';
import { createProblem } from '../../problems/catalog.ts';
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

function decodePath(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}

/** Looked for beside the chapter, then from the course root; undefined when it cannot be printed. */
export function readImage(root: string, image: { src: string; place: Place }): Uint8Array | undefined {
  if (!formats.has(extname(image.src).toLowerCase())) return undefined;
  const src = decodePath(image.src);
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
