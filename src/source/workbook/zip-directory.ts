import { crc32, inflateRawSync } from 'node:zlib';

/** What a zip archive unpacks to, read from its directory; undefined when the archive is damaged or cut. */
export function computeUnpackedSize(bytes: Uint8Array): number | undefined {
  const entries = parseDirectory(bytes);
  return entries?.reduce((sum, { size }) => sum + size, 0);
}

/**
 * Whether every file of the archive unpacks to what the directory says: a bomb may say less, and a damaged byte shows in
 * the sum. `look` is shown each of them.
 */
export function isIntactArchive(bytes: Uint8Array, look?: (content: Buffer) => void): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (parseDirectory(bytes) ?? []).every((entry) => {
    const unpacked = unpackEntry(view, entry);
    if (unpacked?.length !== entry.size || crc32(unpacked) !== entry.sum) return false;
    look?.(unpacked);
    return true;
  });
}

function unpackEntry(view: Buffer, { at, packed, size, method }: Entry): Buffer | undefined {
  if (method !== 8 && method !== 0) return undefined;
  try {
    const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
    const stored = view.subarray(start, start + packed);
    return method === 0 ? stored : inflateRawSync(stored, { maxOutputLength: size + 1 });
  } catch {
    return undefined;
  }
}

interface Entry {
  /** Where the file's own header begins. */
  at: number;
  packed: number;
  size: number;
  /** CRC-32 of the unpacked bytes. */
  sum: number;
  method: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
/** A comment of at most 65535 bytes may follow the end of the directory. */
const maxEndDistance = 65_557;

function parseDirectory(bytes: Uint8Array): Entry[] | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = view.length - 22;
  while (end >= 0 && end > view.length - maxEndDistance && view.readUInt32LE(end) !== endMark) end--;
  if (end < 0 || view.readUInt32LE(end) !== endMark) return undefined;
  const count = view.readUInt16LE(end + 10);
  let at = view.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== entryMark) return undefined;
    const own = view.readUInt32LE(at + 42);
    if (!hasSameName(view, own, at)) return undefined;
    entries.push({
      at: own,
      packed: view.readUInt32LE(at + 20),
      size: view.readUInt32LE(at + 24),
      sum: view.readUInt32LE(at + 16),
      method: view.readUInt16LE(at + 10),
    });
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

/** A file has its name before its bytes and once more in the directory: a part whose names differ would not be found. */
function hasSameName(view: Buffer, own: number, entry: number): boolean {
  if (own + 30 > view.length) return false;
  const [start, length] = [own + 30, view.readUInt16LE(entry + 28)];
  const name = view.subarray(entry + 46, entry + 46 + length);
  return view.readUInt16LE(own + 26) === length && view.subarray(start, start + length).equals(name);
}
