/** Reads the image of a page that clicks are shown on: a file of the report's folder, small enough to be part of the drawing. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { findNearestName } from '../../base/nearest-name.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { PageImage } from '../../charts/input.ts';
import { createProblem } from '../../problems/catalog.ts';
import { createReadProblem } from '../../problems/read-problem.ts';

/** Files of a report's folder, as far as figures may show them. */
export interface ImageFiles {
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
  parseSize: (bytes: Buffer) => Size | undefined;
}

const jpeg: Format = { type: 'image/jpeg', parseSize: parseJpegSize };
const formats: Record<string, Format> = {
  '.png': { type: 'image/png', parseSize: parsePngSize },
  '.jpg': jpeg,
  '.jpeg': jpeg,
  '.svg': { type: 'image/svg+xml', parseSize: parseSvgSize },
};

export async function readPageImage(
  src: string,
  place: Place,
  images: ImageFiles,
): Promise<PageImage | Problem> {
  const { root, folder, files } = images;
  const known = files.map((file) => file.slice(folder.length + 1));
  if (!known.includes(src))
    return createProblem('missing-image', place, { src, near: findNearestName(src, known) });
  const path = join(root, folder, src);
  const bytes = await readFile(path).catch((error: unknown) =>
    createReadProblem(error, `${folder}/${src}`, path),
  );
  if ('id' in bytes) return bytes;
  const format = formats[extname(src).toLowerCase()];
  const size = format?.parseSize(bytes);
  if (!format || !size || !(size.width > 0) || !(size.height > 0))
    return createProblem('page-image', place, { src, why: 'kind' });
  if (bytes.length > mostBytes) return createProblem('page-image', place, { src, why: 'large' });
  return {
    href: `data:${format.type};base64,${bytes.toString('base64')}`,
    ratio: size.height / size.width,
  };
}

/** PNG, 11.2.2: IHDR comes first. */
function parsePngSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** ITU T.81, B.2.2: the frame header, C0 to CF but for tables and restarts. */
function parseJpegSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return undefined;
}

/** Scripts, other documents and addresses: an image within an image runs and loads none, and none is let in. */
const activeContent =
  /<script|<foreignObject|<image|<iframe|<set\b|<animate|\son\w+\s*=|@import|image-set\(|\\[\da-f]+\s?\w*\(|<!ENTITY|href\s*=\s*["'](?!#)|url\(\s*["']?(?!#)/i;

function parseSvgSize(bytes: Buffer): Size | undefined {
  const text = bytes.toString('utf8');
  if (!/<svg[\s>]/.test(text) || activeContent.test(text)) return undefined;
  const [, width, height] = /viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(text) ?? [];
  return { width: Number(width), height: Number(height) };
}
