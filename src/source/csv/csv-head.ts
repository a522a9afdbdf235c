import { open } from 'node:fs/promises';
import { maxRowLength, readTextParts, type TextSource } from './csv-stream.ts';
import { type CsvOptions, resolveSeparator } from './csv-table.ts';
import { type CsvText, parseCsv } from './parse-csv.ts';

/** The first rows of a large file: enough to find the names and to guess what the columns are. */
interface CsvHead {
  separator: string;
  csv: CsvText;
  text: string;
}

/** Rows that the search for the names looks at. */
const minRows = 1000;
/** Signs of a head, from which the types are guessed: a guess that proves wrong costs time. */
const minLength = 500_000;

/** Throws EncodingError. */
export async function readCsvHead(source: TextSource, notes: CsvOptions): Promise<CsvHead> {
  let text = '';
  const cut = (more: boolean): CsvHead => {
    const separator = resolveSeparator(source.file, text, notes);
    return { separator, text, csv: parseCsv(source.file, text, separator, { more }) };
  };
  let enough = minLength;
  for await (const part of readTextParts(source)) {
    text += part;
    if (text.length < enough) continue;
    const head = cut(true);
    if (head.csv.rows.length >= minRows || text.length > maxRowLength) return head;
    enough *= 2;
  }
  return cut(false);
}

const blockBytes = 1_000_000;
const maxBytes = 64_000_000;

/** The bytes from which an encoding is recognised: the first million, or as many as it takes to come past ASCII. */
export async function readTopBytes(absolute: string): Promise<Uint8Array> {
  const handle = await open(absolute);
  const blocks: Uint8Array[] = [];
  try {
    for (let size = 0; size < maxBytes; size += blockBytes) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(blockBytes), 0, blockBytes, size);
      blocks.push(buffer.subarray(0, bytesRead));
      if (bytesRead < blockBytes || buffer.some((byte) => byte >= 0x80 || byte === 0)) break;
    }
  } finally {
    await handle.close();
  }
  return Buffer.concat(blocks);
}
