import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { makeFolder, removeInside, writeWhole } from '../../files/door.ts';
import { type KeptSteps, keepStep } from '../../files/kept-steps.ts';
import { resolvePlain } from '../../files/path-guard.ts';
import { remember, type StepMemory } from '../../files/step-memory.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { ReportSource } from '../../source/read-course.ts';
import type { Book, BookImage } from '../book.ts';
import { encodeForScreen, type ImageFacts, readableImage, readImageFacts } from './image-file.ts';

interface ImageOptions {
  root: string;
  /** Takes the images as the site shows them; none are written without it. */
  folder?: string | undefined;
  /** Digest of the files beside the chapters. */
  assets?: string | undefined;
  memory?: StepMemory | undefined;
  steps?: KeptSteps | undefined;
}

type Facts = Record<string, { facts: ImageFacts; image: BookImage } | null>;

/** Changes when images are encoded otherwise. */
const recipe = 1;
/** Pixels: a phone, the column of the text, the same on a fine screen. */
const widths = [480, 960, 1600];

/** The images that the text shows. What cannot be read is a problem at its first place; what is not there, a rule finds. */
export async function buildImages(
  uses: readonly { src: string; place: Place }[],
  source: ReportSource,
  options: ImageOptions,
): Promise<{ images: Book['images']; problems: Problem[] }> {
  const known = new Set(source.assets);
  const toFile = (src: string) => posix.join(source.folder, src);
  const first = new Map<string, Place>();
  for (const { src, place } of uses)
    if (!first.has(src) && readableImage.test(src) && known.has(toFile(src))) first.set(src, place);
  const names = [...first.keys()];
  const key = JSON.stringify([names, options.assets, recipe]);
  const read = () => readAll(names, toFile, options.root);
  const facts: Facts =
    names.length === 0
      ? {}
      : options.assets === undefined
        ? await read()
        : await remember(options.memory, 'images', key, () => keepStep(options.steps, 'images', key, read));
  const problems = names.flatMap((src) =>
    facts[src] ? [] : [createProblem('broken-image', first.get(src)!, { src })],
  );
  const sound = Object.entries(facts).flatMap(([src, one]) => (one ? [[src, one] as const] : []));
  if (options.folder !== undefined)
    await writeSizes(
      options.folder,
      sound.map(([, one]) => one),
      options.root,
    );
  return { images: Object.fromEntries(sound.map(([src, { image }]) => [src, image])), problems };
}

async function readAll(names: string[], toFile: (src: string) => string, root: string): Promise<Facts> {
  const facts: Facts = {};
  for (const src of names) {
    const file = toFile(src);
    const bytes = await readFile(resolvePlain(root, join(root, file))).catch(() => undefined);
    const found = bytes && (await readImageFacts(bytes));
    facts[src] = found ? { facts: found, image: describeImage(file, bytes, found) } : null;
  }
  return facts;
}

function describeImage(file: string, bytes: Uint8Array, { width, height, animated }: ImageFacts): BookImage {
  const digest = createHash('sha256').update(`${recipe} `).update(bytes).digest('hex').slice(0, 8);
  const stem = posix.basename(file).replace(/\.[^.]*$/, '');
  // Other signs of a name would be coded in an address, and mean another file on another system.
  const name = `${/^[a-z\d][\w-]{0,40}$/i.test(stem) ? stem : 'image'}-${digest}`;
  const largest = Math.min(width, widths.at(-1)!);
  const sizes = animated
    ? [{ name: `${name}.gif`, width }]
    : [...widths.filter((one) => one < largest * 0.8), largest].map((one) => ({
        name: `${name}-${one}.webp`,
        width: one,
      }));
  return { file, width, height, sizes };
}

/** Writes what is not there, and removes what no text shows any more. */
async function writeSizes(
  folder: string,
  images: { facts: ImageFacts; image: BookImage }[],
  root: string,
): Promise<void> {
  const before = new Set(await readdir(folder).catch(() => []));
  const wanted = new Set(images.flatMap(({ image }) => image.sizes.map(({ name }) => name)));
  for (const name of before) if (!wanted.has(name)) await removeInside(folder, name);
  if (wanted.size > 0) await makeFolder(folder);
  for (const { facts, image } of images) {
    const missing = image.sizes.filter(({ name }) => !before.has(name));
    if (missing.length === 0) continue;
    const bytes = await readFile(resolvePlain(root, join(root, image.file)));
    for (const { name, width } of missing)
      await writeWhole(folder, name, await encodeForScreen(bytes, facts, width));
  }
}
