import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import type { Place } from '../base/place.ts';
import { problem } from '../problems/problem.ts';
import type { Desk } from './desk.ts';

const formats = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg']);

/** The bytes of `file` when it lies inside `root`, links followed. */
function inside(root: string, file: string): Uint8Array | undefined {
  try {
    const real = realpathSync(file);
    if (relative(realpathSync(root), real).startsWith('..')) return undefined;
    return readFileSync(real);
  } catch {
    return undefined;
  }
}

function decoded(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}

/** Looked for beside the chapter, then from the course root; undefined when it cannot be printed. */
export function imageBytes(root: string, image: { src: string; place: Place }): Uint8Array | undefined {
  if (!formats.has(extname(image.src).toLowerCase())) return undefined;
  const src = decoded(image.src);
  return inside(root, join(root, dirname(image.place.file), src)) ?? inside(root, join(root, src));
}

/**
 * Lays an author's image before the compiler and gives its path there. A problem and undefined when it cannot be
 * printed.
 */
export function imageFile(desk: Desk, image: { src: string; place: Place }): string | undefined {
  const extension = extname(image.src).toLowerCase();
  const bytes = imageBytes(desk.root, image);
  if (!bytes) {
    desk.problems.push(problem('image-not-printed', image.place, { src: image.src }));
    return undefined;
  }
  const path = `/image-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}${extension}`;
  desk.files.set(path, bytes);
  return path;
}
