import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Problem } from '../../base/problem.ts';
import { BrokenText } from '../broken-text.ts';
import { type CsvOptions, resolveSeparator } from './csv-table.ts';
import { type CsvText, parseCsv } from './parse-csv.ts';

/** A file whose bytes stop making sense in its encoding. */
export class EncodingError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super('broken encoding');
    this.problem = problem;
  }
}

/** How a large text is read: the file on this machine, its name from the course root, and what is known of it. */
interface TextSource {
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
const maxRowLength = 8_000_000;

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
    throw new EncodingError(await describeBrokenText({ absolute, file, encoding }));
  }
}

async function describeBrokenText({ absolute, file, encoding }: TextSource): Promise<Problem> {
  const broken = new BrokenText(file, encoding);
  for await (const bytes of createReadStream(absolute, { highWaterMark: blockBytes }))
    broken.read(bytes as Uint8Array);
  return broken.createProblem();
}

/** The first rows of a large file: enough to find the names and to guess what the columns are. */
interface CsvHead {
  separator: string;
  csv: CsvText;
  text: string;
  /** It is the whole file, which ends in the middle of a line. */
  breaksOff: boolean;
}

/** Rows that the search for the names looks at. */
const minHeadRows = 1000;
/** Signs of a head, from which the types are guessed: a guess that proves wrong costs time. */
const minHeadLength = 500_000;

/** Throws EncodingError. */
export async function readCsvHead(source: TextSource, notes: CsvOptions): Promise<CsvHead> {
  let text = '';
  const cut = (more: boolean): CsvHead => {
    const separator = resolveSeparator(source.file, text, notes);
    const breaksOff = !more && !/[\r\n]$/.test(text);
    return { separator, text, csv: parseCsv(source.file, text, separator, { more }), breaksOff };
  };
  let enough = minHeadLength;
  for await (const part of readTextParts(source)) {
    text += part;
    if (text.length < enough) continue;
    const head = cut(true);
    if (head.csv.rows.length >= minHeadRows || text.length > maxRowLength) return head;
    enough *= 2;
  }
  return cut(false);
}

const topBlockBytes = 1_000_000;
const maxTopBytes = 64_000_000;

/** The bytes from which an encoding is recognised: the first million, or as many as it takes to come past ASCII. */
export async function readTopBytes(absolute: string): Promise<Uint8Array> {
  const handle = await open(absolute);
  const blocks: Uint8Array[] = [];
  try {
    for (let size = 0; size < maxTopBytes; size += topBlockBytes) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(topBlockBytes), 0, topBlockBytes, size);
      blocks.push(buffer.subarray(0, bytesRead));
      if (bytesRead < topBlockBytes || !isAscii(buffer) || buffer.includes(0)) break;
    }
  } finally {
    await handle.close();
  }
  return Buffer.concat(blocks);
}
