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

/**
 * Lays an author's image before the compiler and gives its path there. Looked for beside the
 * chapter, then from the course root. A problem and undefined when it cannot be printed.
 */
export function imageFile(desk: Desk, image: { src: string; place: Place }): string | undefined {
  const extension = extname(image.src).toLowerCase();
  const src = decoded(image.src);
  const bytes = formats.has(extension)
    ? (inside(desk.root, join(desk.root, dirname(image.place.file), src)) ??
      inside(desk.root, join(desk.root, src)))
    : undefined;
  if (!bytes) {
    desk.problems.push(problem('image-not-printed', image.place, { src: image.src }));
    return undefined;
  }
  const path = `/image-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}${extension}`;
  desk.files.set(path, bytes);
  return path;
}
