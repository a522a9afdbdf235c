import { open } from 'node:fs/promises';
import { type CsvText, parseCsv } from './csv.ts';
import { longestRow, type TextSource, textParts } from './csv-stream.ts';
import { type CsvNotes, separatorIn } from './csv-table.ts';

/** The first rows of a large file: enough to find the names and to guess what the columns are. */
export interface CsvHead {
  separator: string;
  csv: CsvText;
  text: string;
}

/** Rows that the search for the names looks at. */
const fewest = 1000;
/** Signs of a head, from which the types are guessed: a guess that proves wrong costs time. */
const shortest = 500_000;

/** Throws BrokenEncoding. */
export async function readHead(source: TextSource, notes: CsvNotes): Promise<CsvHead> {
  let text = '';
  const cut = (more: boolean): CsvHead => {
    const separator = separatorIn(source.file, text, notes);
    return { separator, text, csv: parseCsv(source.file, text, separator, { more }) };
  };
  let enough = shortest;
  for await (const part of textParts(source)) {
    text += part;
    if (text.length < enough) continue;
    const head = cut(true);
    if (head.csv.rows.length >= fewest || text.length > longestRow) return head;
    enough *= 2;
  }
  return cut(false);
}

const blockBytes = 1_000_000;
const mostBytes = 64_000_000;

/** The bytes from which an encoding is recognised: the first million, or as many as it takes to come past ASCII. */
export async function topBytes(absolute: string): Promise<Uint8Array> {
  const handle = await open(absolute);
  const blocks: Uint8Array[] = [];
  try {
    for (let size = 0; size < mostBytes; size += blockBytes) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(blockBytes), 0, blockBytes, size);
      blocks.push(buffer.subarray(0, bytesRead));
      if (bytesRead < blockBytes || buffer.some((byte) => byte >= 0x80 || byte === 0)) break;
    }
  } finally {
    await handle.close();
  }
  return Buffer.concat(blocks);
}
