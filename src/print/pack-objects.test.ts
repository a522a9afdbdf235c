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

test('every object, stream and the identity of the file are those that Typst wrote', async () => {
  const plain = printPlainly();
  const packed = await packObjects(plain);
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

test('takes less than half of the bytes, the same each time', async () => {
  const plain = printPlainly();
  const packed = await packObjects(plain);
  expect(packed.length).toBeLessThan(plain.length / 2);
  expect(Buffer.compare(await packObjects(plain), packed)).toBe(0);
});

test('what is no PDF is returned as it came', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  expect(await packObjects(bytes)).toBe(bytes);
});

test('a printed book is packed', async () => {
  const root = new URL('../test/fixtures/print', import.meta.url).pathname;
  const { pdf } = await printBook(createSampleBook(), { root });
  expect(Buffer.from(pdf).toString('latin1')).toContain('/Type /ObjStm');
});
