/** Reads the image of a page that clicks are shown on: a file of the report's folder, small enough to be part of the drawing. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { nearest } from '../base/nearest.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { PageImage } from '../charts/input.ts';
import { problem } from '../problems/problem.ts';

/** Files of a report's folder, as far as figures may show them. */
export interface ImageShelf {
  root: string;
  /** Of the report, from the root. */
  folder: string;
  /** From the root. */
  files: readonly string[];
}

/** Every page with the figure holds the image twice. */
const mostBytes = 400_000;

interface Size {
  width: number;
  height: number;
}

interface Format {
  type: string;
  /** Undefined where the bytes are no such image, or not one that may be shown. */
  size: (bytes: Buffer) => Size | undefined;
}

const jpeg: Format = { type: 'image/jpeg', size: jpegSize };
const formats: Record<string, Format> = {
  '.png': { type: 'image/png', size: pngSize },
  '.jpg': jpeg,
  '.jpeg': jpeg,
  '.svg': { type: 'image/svg+xml', size: svgSize },
};

export async function readPageImage(
  src: string,
  place: Place,
  shelf: ImageShelf,
): Promise<PageImage | Problem> {
  const { root, folder, files } = shelf;
  const known = files.map((file) => file.slice(folder.length + 1));
  if (!known.includes(src)) return problem('missing-image', place, { src, near: nearest(src, known) });
  const bytes = await readFile(join(root, folder, src));
  const format = formats[extname(src).toLowerCase()];
  const size = format?.size(bytes);
  if (!format || !size || !(size.width > 0) || !(size.height > 0))
    return problem('page-image', place, { src, why: 'kind' });
  if (bytes.length > mostBytes) return problem('page-image', place, { src, why: 'large' });
  return {
    href: `data:${format.type};base64,${bytes.toString('base64')}`,
    ratio: size.height / size.width,
  };
}

/** PNG, 11.2.2: IHDR comes first. */
function pngSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** ITU T.81, B.2.2: the frame header, C0 to CF but for tables and restarts. */
function jpegSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return undefined;
}

/** Scripts, other documents and addresses: an image within an image runs and loads none, and none is let in. */
const outward =
  /<script|<foreignObject|<image|<iframe|@import|<!ENTITY|href\s*=\s*["'](?!#)|url\(\s*["']?(?!#)/i;

function svgSize(bytes: Buffer): Size | undefined {
  const text = bytes.toString('utf8');
  if (!/<svg[\s>]/.test(text) || outward.test(text)) return undefined;
  const [, width, height] = /viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(text) ?? [];
  return { width: Number(width), height: Number(height) };
}
