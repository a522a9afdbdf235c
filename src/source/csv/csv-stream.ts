import { createReadStream } from 'node:fs';
import type { Place } from '../../base/place.ts';
import { type CsvText, parseCsv } from './parse-csv.ts';

/** A file whose bytes stop making sense in its encoding. */
export class EncodingError extends Error {
  readonly place: Place;

  constructor(place: Place) {
    super('broken encoding');
    this.place = place;
  }
}

/** How a large text is read: the file on this machine, its name from the course root, and what is known of it. */
export interface TextSource {
  absolute: string;
  file: string;
  encoding: string;
}

export interface CsvSource extends TextSource {
  separator: string;
}

/** Bytes that are decoded at a time; a block of rows comes of them. */
const blockBytes = 1 << 16;
/** Signs that may wait for the end of a row. A quote that never closes would else take in the rest of the file. */
export const maxRowLength = 8_000_000;

/** Rows of a large file that follow one another, with their places in the file. */
export interface CsvBlock extends CsvText {
  /** Whether the file ends in this block in the middle of a line. */
  breaksOff: boolean;
}

/** The rows of a large file, block by block. Throws EncodingError. */
export async function* readCsvBlocks(source: CsvSource): AsyncGenerator<CsvBlock> {
  const { file, separator } = source;
  let [rest, line] = ['', 1];
  for await (const part of readTextParts(source)) {
    const text = rest + part;
    const more = rest.length < maxRowLength;
    const csv = parseCsv(file, text, separator, { line, more });
    yield { ...csv, breaksOff: false };
    if (!more) return;
    line = csv.end.line;
    rest = text.slice(csv.end.offset);
  }
  if (rest !== '') yield { ...parseCsv(file, rest, separator, { line }), breaksOff: !/[\r\n]$/.test(rest) };
}

/** The text of a file, part by part, without byte order mark. Throws EncodingError. */
export async function* readTextParts({ absolute, file, encoding }: TextSource): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const bytes of createReadStream(absolute, { highWaterMark: blockBytes }))
      yield decoder.decode(bytes as Uint8Array, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new EncodingError({ file, ...(await findBrokenCharacter(absolute, encoding)) });
  }
}

/** Line and column, both from 1, of the first sign that is none. */
async function findBrokenCharacter(
  absolute: string,
  encoding: string,
): Promise<{ line: number; column: number }> {
  const decoder = new TextDecoder(encoding);
  let [line, column] = [1, 1];
  for await (const bytes of createReadStream(absolute, { highWaterMark: blockBytes })) {
    const text = decoder.decode(bytes as Uint8Array, { stream: true });
    const at = text.indexOf('\uFFFD');
    const lines = (at < 0 ? text : text.slice(0, at)).split('\n');
    line += lines.length - 1;
    column = (lines.length > 1 ? 1 : column) + lines.at(-1)!.length;
    if (at >= 0) break;
  }
  return { line, column };
}
