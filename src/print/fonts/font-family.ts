/**
 * Gives a TrueType font another family name, in memory. The compiler also sees the fonts of the
 * machine and prefers them, so a font printed with has to bear a name that no machine has.
 */

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

/** UTF-16 with the high byte first, as names of the Windows and Unicode platforms are written. */
function encodeUtf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

/** Overwrites `from` by `to` in every name record; both must have the same length. */
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
