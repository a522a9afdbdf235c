import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PdfFile } from '../test/pdf-file.ts';
import { createSampleBook } from '../test/sample-book.ts';
import { packObjects } from './pack-objects.ts';
import { printBook } from './print-book.ts';
import { compileTypst } from './typst-compiler.ts';

const source = `#set document(title: "册", author: "组", date: datetime(year: 2026, month: 7, day: 3))
#set text(lang: "zh")
#outline(title: [目])
${Array.from({ length: 60 }, (_, n) => `= 章 ${n} \\(a\\)\n正文 #link("https://example.org/?a=(b)")[链接]`).join('\n\n')}`;

function printPlainly(): Uint8Array {
  const layout = compileTypst(source, new Map());
  if ('reason' in layout) throw new Error(layout.reason);
  const pdf = layout.toPdf();
  if ('reason' in pdf) throw new Error(pdf.reason);
  return pdf;
}

const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');

test('every object, stream and the identity of the file are those that Typst wrote', () => {
  const plain = printPlainly();
  const packed = packObjects(plain);
  const [before, after] = [new PdfFile(plain), new PdfFile(packed)];
  expect(before.objects.size).toBeGreaterThan(400);
  for (const [number, { body, data }] of before.objects) {
    const same = after.objects.get(number);
    expect(withoutSpaces(same?.body ?? ''), String(number)).toBe(withoutSpaces(body));
    expect(same?.data, String(number)).toBe(data);
  }
  const findId = (pdf: Uint8Array) =>
    /\/ID \[ ?(\(.*?\) \(.*?\)) ?\]/.exec(Buffer.from(pdf).toString('latin1'))?.[1];
  expect(findId(packed)).toBe(findId(plain));
  expect(findId(plain)).toMatch(/=/);
  expect(after.bookmarks).toEqual(before.bookmarks);
});

test('takes less than half of the bytes, the same each time', () => {
  const plain = printPlainly();
  const packed = packObjects(plain);
  expect(packed.length).toBeLessThan(plain.length / 2);
  expect(Buffer.compare(packObjects(plain), packed)).toBe(0);
});

/** Where the table of a packed file says that each object is: at a byte, or in a stream at an index. */
function readTable(file: Buffer): { kind: number; where: number; index: number }[] {
  const text = file.toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const from = text.indexOf('stream\n', start) + 'stream\n'.length;
  const length = Number(/\/Length (\d+)/.exec(text.slice(start, from))?.[1]);
  const rows = inflateSync(file.subarray(from, from + length));
  return Array.from({ length: rows.length / 7 }, (_, n) => ({
    kind: rows.readUInt8(n * 7),
    where: rows.readUInt32BE(n * 7 + 1),
    index: rows.readUInt16BE(n * 7 + 5),
  }));
}

test('the table leads to every object', () => {
  const packed = Buffer.from(packObjects(printPlainly()));
  const text = packed.toString('latin1');
  const entries = readTable(packed);
  expect(entries[0]).toEqual({ kind: 0, where: 0, index: 0xffff });
  const { objects } = new PdfFile(packed);
  expect(entries.length).toBe(objects.size + 1);
  const kinds = new Set(entries.slice(1).map(({ kind }) => kind));
  expect(kinds).toEqual(new Set([1, 2]));
  for (const [number, { kind, where, index }] of entries.entries()) {
    if (kind === 1) expect(text.startsWith(`${number} 0 obj\n`, where), String(number)).toBe(true);
    if (kind === 2) expect(Number(objects.get(where)!.data!.split(/\s/)[index * 2])).toBe(number);
  }
});

test.each([
  ['leads past an object', '0000000016', '0000000017'],
  ['has an old generation', '00000 n', '00001 n'],
  ['is said to begin elsewhere', /startxref\n\d+/, 'startxref\n9'],
  ['has another size', /\/Size \d+/, '/Size 7'],
])('a file whose table %s is returned as it came', (_, from, to) => {
  const plain = Buffer.from(printPlainly()).toString('latin1');
  const bytes = new Uint8Array(Buffer.from(plain.replace(from, to), 'latin1'));
  expect(Buffer.from(bytes).toString('latin1')).not.toBe(plain);
  expect(packObjects(bytes)).toBe(bytes);
});

test('what is no PDF is returned as it came', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  expect(packObjects(bytes)).toBe(bytes);
});

test('a printed book is packed', () => {
  const root = new URL('../test/fixtures/print', import.meta.url).pathname;
  const { pdf } = printBook(createSampleBook(), { root });
  expect(Buffer.from(pdf).toString('latin1')).toContain('/Type /ObjStm');
});
