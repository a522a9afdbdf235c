/**
 * Packs the objects of a PDF as Typst writes it: one plain table of offsets, one generation, each object from
 * `1 0 obj` to `endobj`, lengths of streams beside them. Nothing is parsed deeper than that, nothing is written anew:
 * objects go as they are into compressed streams (ISO 32000-1, 7.5.7), and the table becomes one too (7.5.8).
 */
import { deflateSync } from 'node:zlib';

/** So many objects a stream: fewer compress worse, and a reader unpacks the whole of one to get at any of them. */
const objectsPerStream = 200;

/** The object between `obj` and `endobj`, and whether it is a stream, which is never packed. */
interface PlainObject {
  number: number;
  whole: Buffer;
  body: Buffer;
  isStream: boolean;
}

interface PlainFile {
  head: Buffer;
  objects: PlainObject[];
  /** Entries of the trailer but its size. */
  trailer: string;
}

/** Where an object is: at a byte of the file, or in a stream at an index. */
type Entry = readonly [kind: 1 | 2, at: number, index: number];

/**
 * The same PDF with its objects packed into compressed streams (PDF 1.5). Typst writes each of them plainly, and a
 * tagged report has a structure element for every line: ten thousand and more. Numbers, strings and streams stay as
 * they are. The same input gives the same bytes; what cannot be read is returned as it came.
 */
export function packObjects(pdf: Uint8Array): Uint8Array {
  const file = readPlainFile(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
  if (!file) return pdf;
  const packed = writePackedFile(file);
  return packed.length < pdf.length ? packed : pdf;
}

/** Bytes of an entry of the table of offsets. */
const entryLength = 20;

function readPlainFile(file: Buffer): PlainFile | undefined {
  const end = /startxref\n(\d+)\n%%EOF\s*$/.exec(file.toString('latin1', Math.max(0, file.length - 64)));
  const table = Number(end?.[1] ?? -1);
  const first = /^xref\n0 (\d+)\n/.exec(file.toString('latin1', Math.max(0, table), table + 32));
  if (table < 0 || !first) return undefined;
  const size = Number(first[1]);
  const entries = table + first[0].length;
  const trailer = readTrailer(file, entries + size * entryLength, size);
  if (trailer === undefined) return undefined;
  const offsets: [number: number, offset: number][] = [];
  for (let number = 1; number < size; number++) {
    const at = entries + number * entryLength;
    const entry = /^(\d{10}) 00000 n/.exec(file.toString('latin1', at, at + entryLength));
    if (!entry) return undefined;
    offsets.push([number, Number(entry[1])]);
  }
  offsets.sort((a, b) => a[1] - b[1]);
  const objects = offsets.map(([number, from], i) =>
    readObject(number, file.subarray(from, offsets[i + 1]?.[1] ?? table)),
  );
  if (!objects.every((object) => object !== undefined)) return undefined;
  return { head: file.subarray(0, offsets[0]![1]), objects, trailer };
}

function readTrailer(file: Buffer, from: number, size: number): string | undefined {
  const trailer = /^trailer\n<<\n([\s\S]*?)>>\nstartxref/.exec(file.toString('latin1', from))?.[1];
  return trailer?.includes(`/Size ${size}\n`) ? trailer.replace(`/Size ${size}\n`, '') : undefined;
}

function readObject(number: number, whole: Buffer): PlainObject | undefined {
  const begin = `${number} 0 obj\n`;
  if (whole.toString('latin1', 0, begin.length) !== begin) return undefined;
  const end = whole.lastIndexOf('endobj');
  // Nothing but space follows: an object before it may not reach into the next.
  if (end < 0 || whole.toString('latin1', end + 'endobj'.length).trim() !== '') return undefined;
  const body = whole.subarray(begin.length, end);
  const isStream = body
    .toString('latin1', Math.max(0, body.length - 16))
    .trimEnd()
    .endsWith('endstream');
  return { number, whole, body, isStream };
}

function writePackedFile({ head, objects, trailer }: PlainFile): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  const append = (bytes: Buffer): number => {
    parts.push(bytes);
    at += bytes.length;
    return at - bytes.length;
  };
  append(head);
  const entries: Entry[] = [];
  for (const { number, whole, isStream } of objects) if (isStream) entries[number] = [1, append(whole), 0];
  const plain = objects.filter(({ isStream }) => !isStream).sort((a, b) => a.number - b.number);
  let next = objects.length + 1;
  for (let from = 0; from < plain.length; from += objectsPerStream) {
    const some = plain.slice(from, from + objectsPerStream);
    for (const [index, { number }] of some.entries()) entries[number] = [2, next, index];
    entries[next] = [1, append(writeObjectStream(next, some)), 0];
    next += 1;
  }
  entries[next] = [1, at, 0];
  const start = append(writeTable(next, entries, trailer));
  append(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

function writeObjectStream(number: number, objects: readonly PlainObject[]): Buffer {
  let offset = 0;
  const pairs = objects.map((object) => {
    const pair = `${object.number} ${offset}`;
    offset += object.body.length;
    return pair;
  });
  const index = Buffer.from(`${pairs.join(' ')}\n`);
  const entries = `/Type /ObjStm /N ${objects.length} /First ${index.length}`;
  return writeStream(number, entries, Buffer.concat([index, ...objects.map(({ body }) => body)]));
}

/** Bytes of a kind, of an offset, of an index. */
const widths = [1, 4, 2] as const;

function writeTable(number: number, entries: readonly (Entry | undefined)[], trailer: string): Buffer {
  const rows = Buffer.alloc((number + 1) * (widths[0] + widths[1] + widths[2]));
  let at = 0;
  for (let object = 0; object <= number; object++) {
    // The head of the list of free objects, which has no other.
    const [kind, where, index] = entries[object] ?? [0, 0, 0xffff];
    at = rows.writeUInt8(kind, at);
    at = rows.writeUInt32BE(where, at);
    at = rows.writeUInt16BE(index, at);
  }
  const kept = trailer.trim().split(/\n\s*/).join(' ');
  return writeStream(number, `/Type /XRef /Size ${number + 1} /W [${widths.join(' ')}] ${kept}`, rows);
}

function writeStream(number: number, entries: string, data: Buffer): Buffer {
  const deflated = deflateSync(data);
  return Buffer.concat([
    Buffer.from(
      `${number} 0 obj\n<< ${entries} /Filter /FlateDecode /Length ${deflated.length} >>\nstream\n`,
      'latin1',
    ),
    deflated,
    Buffer.from('\nendstream\nendobj\n\n'),
  ]);
}
