import { expect, test } from 'vitest';
import { FontCoverage, findFontTable, readFontSpans, renameFamily } from './font-tables.ts';

/** A font of one table, written by hand from the OpenType tables “Font file” and “cmap”. */
function buildFont(tag: string, table: Buffer): Buffer {
  const head = Buffer.alloc(28);
  head.writeUInt16BE(1, 4);
  head.write(tag, 12, 'latin1');
  head.writeUInt32BE(28, 20);
  head.writeUInt32BE(table.length, 24);
  return Buffer.concat([head, table]);
}

const encodeWords = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16BE(value, i * 2);
  return bytes;
};

test('reads segments of format 4: by delta, by glyph array, glyph 0 is none', () => {
  // Segments A–C (delta −64), a–c (glyphs 5, 0, 7), and the last.
  const table = encodeWords(
    ...[0, 1, 3, 1, 0, 12],
    ...[4, 46, 0, 6, 0, 0, 0],
    ...[0x43, 0x63, 0xffff, 0, 0x41, 0x61, 0xffff],
    ...[0x10000 - 64, 0, 1, 0, 4, 0],
    ...[5, 0, 7],
  );
  const spans = readFontSpans(buildFont('cmap', table));
  expect(spans.map(([first]) => String.fromCodePoint(first))).toEqual(['A', 'B', 'C', 'a', 'c']);
});

test('reads groups of format 12, beyond the basic plane too', () => {
  const table = encodeWords(0, 1, 3, 10, 0, 12, 12, 0, 0, 28, 0, 0, 0, 1, 0x2, 0x0bb7, 0x2, 0x0bb9, 0, 9);
  const coverage = new FontCoverage();
  coverage.add(readFontSpans(buildFont('cmap', table)));
  expect([...'𠮶𠮷𠮹𠮺'].map((character) => coverage.has(character.codePointAt(0)!))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a font gets another family name, in both encodings', () => {
  const wide = Buffer.from('Noto Sans SC', 'utf16le').swap16();
  const named = buildFont('name', Buffer.concat([wide, Buffer.from('Noto Sans SC')]));
  const renamed = renameFamily(named, 'Noto Sans SC', 'Fupan Hei SC');
  expect(findFontTable(renamed, 'name')).toEqual({ start: 28, length: 36 });
  expect(renamed.toString('latin1', 52)).toBe('Fupan Hei SC');
  expect(renamed.subarray(28, 52).swap16().toString('utf16le')).toBe('Fupan Hei SC');
});
