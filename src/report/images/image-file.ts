/**
 * An author's image made fit to publish: upright, in the colours of screens, without what its camera or editor wrote into
 * it (place, time, owner), and no larger than it is shown.
 */
import type { OutputInfo, Sharp, SharpOptions } from 'sharp';

/** What browsers and Typst both read; SVG is left out because it can hold scripts. */
export const readableImage = /\.(png|jpe?g|webp|gif)$/i;

export interface ImageFacts {
  format: 'jpeg' | 'png' | 'webp' | 'gif';
  /** Pixels, upright. */
  width: number;
  height: number;
  animated: boolean;
}

/** More than any screen or page shows: a small file can hold a picture that fills the memory. */
const options: SharpOptions = { limitInputPixels: 120_000_000, failOn: 'error' };

/** Only what these four formats need: the library can also read SVG, PDF and more, whatever a file is called. */
const loaders = ['JpegBuffer', 'PngBuffer', 'WebpBuffer', 'NsgifBuffer'];

/** The library is not small: it is loaded where a text has an image. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: loaders.map((one) => `VipsForeignLoad${one}`) });
  return sharp;
}

async function open(bytes: Uint8Array, animated = false): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(bytes, { ...options, animated }).autoOrient();
}

/** Undefined where the bytes are no image that can be read to its end. */
export async function readImageFacts(bytes: Uint8Array): Promise<ImageFacts | undefined> {
  try {
    const image = await open(bytes);
    const { format, pages = 1, autoOrient } = await image.metadata();
    if (format !== 'jpeg' && format !== 'png' && format !== 'webp' && format !== 'gif') return undefined;
    // A file that was cut short has a sound head.
    await image.stats();
    return { format, width: autoOrient.width, height: autoOrient.height, animated: pages > 1 };
  } catch {
    return undefined;
  }
}

/** Bytes for a pixel from which on an image without loss is a photograph, whatever its file is called. */
const photoDensity = { screen: 0.3, page: 0.7 };

/** Small images are no matter. */
const isPhoto = ({ data, info }: { data: Uint8Array; info: OutputInfo }, density: number): boolean =>
  data.length > 60_000 && data.length > density * info.width * info.height;

/** For a screen: WebP, `width` pixels wide; what moves stays a GIF as large as it is. */
export async function encodeForScreen(
  bytes: Uint8Array,
  { format, animated }: ImageFacts,
  width: number,
): Promise<Uint8Array> {
  if (animated) return (await open(bytes, true)).gif().toBuffer();
  const image = (await open(bytes)).resize({ width, withoutEnlargement: true });
  const encodePhoto = () => image.clone().webp({ quality: 82, smartSubsample: true }).toBuffer();
  if (format === 'jpeg') return encodePhoto();
  // Letters of a screenshot stay sharp.
  const exact = await image
    .clone()
    .webp({ nearLossless: true, quality: 75 })
    .toBuffer({ resolveWithObject: true });
  return isPhoto(exact, photoDensity.screen) ? encodePhoto() : exact.data;
}

/** Pixels for the width of the text and the height of a page at 300 dots an inch. */
const printed = { width: 1730, height: 2500 };

/** For a page: JPEG where it was one or would be too heavy, else PNG; of what moves the first picture. */
export async function encodeForPrint(bytes: Uint8Array): Promise<{ bytes: Uint8Array; extension: string }> {
  const opened = await open(bytes);
  const { format } = await opened.metadata();
  const image = opened.resize({ ...printed, fit: 'inside', withoutEnlargement: true });
  const encodePhoto = async () => ({
    bytes: await image
      .clone()
      .flatten({ background: '#fff' })
      .jpeg({ quality: 88, mozjpeg: true })
      .toBuffer(),
    extension: '.jpg',
  });
  if (format === 'jpeg') return encodePhoto();
  const exact = await image.clone().png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true });
  return isPhoto(exact, photoDensity.page) ? encodePhoto() : { bytes: exact.data, extension: '.png' };
}
