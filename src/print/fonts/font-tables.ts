/** What is read of a TrueType font, and written into it: its names and the characters it can show. */

/** Byte range of a table of the font. */
interface ByteRange {
  start: number;
  length: number;
}

/** The range of table `tag` (`name`, `cmap`) by the table directory; undefined when there is none. */
export function findFontTable(font: Buffer, tag: string): ByteRange | undefined {
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const entry = 12 + i * 16;
    if (font.toString('latin1', entry, entry + 4) === tag)
      return { start: font.readUInt32BE(entry + 8), length: font.readUInt32BE(entry + 12) };
  }
  return undefined;
}

/** Code points from `first` to `last`, both inclusive, that lead to a glyph. */
type CodePointRange = [first: number, last: number];

/** Spans of a format 4 subtable: segments of the basic plane. Glyph 0 is no glyph. */
function readSegments(cmap: Buffer, at: number): CodePointRange[] {
  const size = cmap.readUInt16BE(at + 6);
  const ends = at + 14;
  const starts = ends + size + 2;
  const spans: CodePointRange[] = [];
  for (let i = 0; i < size; i += 2) {
    const [first, last] = [cmap.readUInt16BE(starts + i), cmap.readUInt16BE(ends + i)];
    const delta = cmap.readUInt16BE(starts + size + i);
    const offsetAt = starts + 2 * size + i;
    const offset = cmap.readUInt16BE(offsetAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = offset === 0 ? code : cmap.readUInt16BE(offsetAt + offset + (code - first) * 2);
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) spans.push([code, code]);
    }
  }
  return spans;
}

/** Spans of a format 12 subtable: groups over all planes. */
function readGroups(cmap: Buffer, at: number): CodePointRange[] {
  const count = cmap.readUInt32BE(at + 12);
  return Array.from({ length: count }, (_, i): CodePointRange => {
    const group = at + 16 + i * 12;
    const skip = cmap.readUInt32BE(group + 8) === 0 ? 1 : 0;
    return [cmap.readUInt32BE(group) + skip, cmap.readUInt32BE(group + 4)];
  });
}

/** What a font can show, from formats 4 and 12 of its `cmap` (OpenType 1.9). */
export function readFontSpans(font: Buffer): CodePointRange[] {
  const table = findFontTable(font, 'cmap');
  if (!table) return [];
  const cmap = font.subarray(table.start, table.start + table.length);
  const offsets = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) offsets.add(cmap.readUInt32BE(4 + i * 8 + 4));
  return [...offsets].flatMap((at) => {
    const format = cmap.readUInt16BE(at);
    return format === 4 ? readSegments(cmap, at) : format === 12 ? readGroups(cmap, at) : [];
  });
}

/** One bit a code point of all planes. */
export class FontCoverage {
  readonly #bits = new Uint8Array(0x110000 / 8);

  add(spans: CodePointRange[]): void {
    for (const [first, last] of spans)
      for (let code = first; code <= last; code++) this.#bits[code >> 3]! |= 1 << (code & 7);
  }

  has(code: number): boolean {
    return (this.#bits[code >> 3]! & (1 << (code & 7))) !== 0;
  }
}

/** Never drawn: controls, joiners, variation selectors, white space. */
const invisible = /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{White_Space}]/u;

/** Whether a character needs no glyph. */
export const isInvisible = (character: string): boolean => invisible.test(character);

/** UTF-16 with the high byte first, as names of the Windows and Unicode platforms are written. */
function encodeUtf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

/**
 * Gives a TrueType font another family name, in memory: `from` becomes `to` in every name record; both must have
 * the same length. The compiler also sees the fonts of the machine and prefers them, so a font printed with has to
 * bear a name that no machine has.
 */
export function renameFamily(font: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new Error(`“${to}” is not as long as “${from}”`);
  const names = findFontTable(font, 'name');
  if (!names) throw new Error('a font without names');
  const table = font.subarray(names.start, names.start + names.length);
  for (const [old, fresh] of [
    [encodeUtf16(from), encodeUtf16(to)],
    [Buffer.from(from, 'latin1'), Buffer.from(to, 'latin1')],
  ] as const) {
    for (let at = table.indexOf(old); at >= 0; at = table.indexOf(old, at + 1)) fresh.copy(table, at);
  }
  return font;
}
