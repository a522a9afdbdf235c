/**
 * Advance widths out of a TrueType font, for the table that measures chart texts.
 * Format: OpenType 1.9, tables `head`, `hhea`, `hmtx`, `cmap` (subtables 4 and 12).
 */

/** Width of each character of `characters` in em. A character the font lacks is left out. */
export function parseAdvances(font: Uint8Array, characters: Iterable<string>): Record<string, number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = parseTableOffsets(view);
  const unitsPerEm = view.getUint16(getTable(tables, 'head') + 18);
  const metrics = view.getUint16(getTable(tables, 'hhea') + 34);
  const hmtx = getTable(tables, 'hmtx');
  const findGlyph = parseCharacterMap(view, getTable(tables, 'cmap'));
  const widths: Record<string, number> = {};
  for (const character of characters) {
    const glyph = findGlyph(character.codePointAt(0) ?? 0);
    if (glyph === 0) continue;
    const advance = view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1));
    widths[character] = Math.round((advance / unitsPerEm) * 1000) / 1000;
  }
  return widths;
}

function parseTableOffsets(view: DataView): Map<string, number> {
  const offsets = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    offsets.set(tag, view.getUint32(record + 8));
  }
  return offsets;
}

function getTable(tables: Map<string, number>, tag: string): number {
  const offset = tables.get(tag);
  if (offset === undefined) throw new Error(`missing table: ${tag}`);
  return offset;
}

function parseCharacterMap(view: DataView, cmap: number): (code: number) => number {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const subtable = cmap + view.getUint32(cmap + 8 + 8 * i);
    const format = view.getUint16(subtable);
    if (format === 12) return (code) => findGlyphInGroups(view, subtable, code);
    if (format === 4) return (code) => findGlyphInSegments(view, subtable, code);
  }
  throw new Error('missing character map: format 4 or 12');
}

/** Subtable 12: groups of first code, last code, first glyph. */
function findGlyphInGroups(view: DataView, subtable: number, code: number): number {
  for (let i = 0; i < view.getUint32(subtable + 12); i++) {
    const group = subtable + 16 + 12 * i;
    const first = view.getUint32(group);
    if (code >= first && code <= view.getUint32(group + 4)) return view.getUint32(group + 8) + code - first;
  }
  return 0;
}

/** Subtable 4: segments with a delta, or an offset into the glyph array that follows. */
function findGlyphInSegments(view: DataView, subtable: number, code: number): number {
  const size = view.getUint16(subtable + 6);
  const [ends, starts] = [subtable + 14, subtable + 16 + size];
  for (let at = 0; at < size; at += 2) {
    if (code > view.getUint16(ends + at)) continue;
    const start = view.getUint16(starts + at);
    if (code < start) return 0;
    const delta = view.getUint16(starts + size + at);
    const rangeAt = starts + 2 * size + at;
    const range = view.getUint16(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = view.getUint16(rangeAt + range + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
