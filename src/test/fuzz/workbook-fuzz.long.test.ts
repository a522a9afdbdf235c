/** Workbooks whose parts are missing, broken, say huge things, or unpack to a lot. */
import * as xlsx from '@e965/xlsx';
import { damageBytes } from '../../source/csv/csv-mutations.sample.ts';
import { type Next, pick, testSeeds } from './course-fault.ts';

type Parts = Map<string, Buffer>;

function buildParts(): Parts {
  const book = xlsx.utils.book_new();
  const rows = Array.from({ length: 30 }, (_, at) => [
    `第${at}行`,
    at * 1.5,
    new Date(Date.UTC(2026, 2, 2 + at)),
    at % 2 === 0,
  ]);
  const sheet = xlsx.utils.aoa_to_sheet([['名称', '花费', '日期', '有效'], ...rows]);
  sheet['!merges'] = [{ s: { r: 3, c: 0 }, e: { r: 4, c: 1 } }];
  xlsx.utils.book_append_sheet(book, sheet, '推广');
  xlsx.utils.book_append_sheet(
    book,
    xlsx.utils.aoa_to_sheet([
      ['a', 'b'],
      [1, 2],
    ]),
    'visits',
  );
  const zip = xlsx.CFB.read(xlsx.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer, {
    type: 'buffer',
  });
  const named: [string, number[] | undefined][] = zip.FullPaths.map((path: string, at: number) => [
    path.replace(/^[^/]*\//, ''),
    zip.FileIndex[at]!.content as number[] | undefined,
  ]);
  const parts: Parts = new Map();
  for (const [path, content] of named) if (content?.length) parts.set(path, Buffer.from(content));
  return parts;
}

const sound = buildParts();

function packParts(parts: Parts, packed: boolean): Buffer {
  const zip = xlsx.CFB.utils.cfb_new();
  for (const [path, content] of parts) xlsx.CFB.utils.cfb_add(zip, `/${path}`, content);
  return Buffer.from(xlsx.CFB.write(zip, { fileType: 'zip', type: 'buffer', compression: packed }) as Buffer);
}

const huge = ['XFD1048576', 'ZZZZZZ99999999', 'A0', 'A-1', '', 'A1:XFD1048576', '1', 'A99999999999999999999'];
const numbers = ['-1', '0', '4294967295', '1e9', '99999999999', 'NaN', '', 'x'];

/** What stands in XML, in the room of what stood there. */
const changes: ((next: Next, text: string) => string)[] = [
  (next, text) => text.replace(/<dimension ref="[^"]*"/, `<dimension ref="${pick(next, huge)}"`),
  (next, text) => replaceOne(next, text, /\br="[A-Z]+\d+"/g, () => `r="${pick(next, huge)}"`),
  (next, text) => replaceOne(next, text, /<row r="\d+"/g, () => `<row r="${pick(next, numbers)}"`),
  (next, text) =>
    replaceOne(
      next,
      text,
      /\bt="\w+"/g,
      () => `t="${pick(next, ['s', 'str', 'inlineStr', 'e', 'b', 'd', 'n', 'x'])}"`,
    ),
  (next, text) => replaceOne(next, text, /\bs="\d+"/g, () => `s="${pick(next, numbers)}"`),
  (next, text) =>
    replaceOne(
      next,
      text,
      /<v>[^<]*<\/v>/g,
      () => `<v>${pick(next, [...numbers, '=1+1', '&#0;', '&lol;', 'a'.repeat(40_000)])}</v>`,
    ),
  (next, text) => replaceOne(next, text, /="\d+"/g, () => `="${pick(next, numbers)}"`),
  (next, text) =>
    replaceOne(
      next,
      text,
      /name="[^"]*"/g,
      () => `name="${pick(next, ['', '../../x', 'con', '推广', 'a'.repeat(300), '&#x202e;', '__proto__'])}"`,
    ),
  (next, text) =>
    text.replace(
      '</sheetData>',
      `</sheetData><mergeCells count="${pick(next, numbers)}"><mergeCell ref="${pick(next, huge)}"/><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
    ),
  (next, text) =>
    text.replace(
      '<sheetData>',
      `<cols><col min="${pick(next, numbers)}" max="${pick(next, ['16384', '99999999'])}" width="9" hidden="1"/></cols><sheetData>`,
    ),
  (_, text) =>
    text.replace(
      /^(<\?xml[^>]*\?>)?/,
      `$1<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(500)}"><!ENTITY b "${'&a;'.repeat(500)}"><!ENTITY lol "${'&b;'.repeat(500)}">]>`,
    ),
  (_, text) =>
    text.replace(/^(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE x [<!ENTITY lol SYSTEM "file:///etc/passwd">]>'),
  (next, text) =>
    `${text.slice(0, next(text.length))}${'<c>'.repeat(1 + next(50_000))}${text.slice(next(text.length))}`,
  (next, text) =>
    text.replace(
      '</sheetData>',
      `${`<row r="${40 + next(2000)}"><c r="A${40 + next(2_000_000)}"><v>1</v></c></row>`.repeat(1 + next(3000))}</sheetData>`,
    ),
  (next, text) =>
    text.replace(
      '</sheetData>',
      `<row r="50"><c r="A50" t="inlineStr"><is><t>${pick(next, ['a', ' ', '<r>', '字'])}`.concat(
        'x'.repeat(next(3_000_000)),
        '</t></is></c></row></sheetData>',
      ),
    ),
  (next, text) =>
    text.replace(
      '</sheetData>',
      `<row r="51"><c r="B51"><f>${pick(next, ['SUM(A:A)', '('.repeat(20_000), 'B51', 'HYPERLINK("http://x")'])}</f><v>1</v></c></row></sheetData>`,
    ),
  (next, text) => text.replaceAll(pick(next, ['<', '>', '"', '/', '=']), pick(next, ['', ' ', '<', '&'])),
  (_, text) => Buffer.from(`\ufeff${text}`, 'utf16le').toString('latin1'),
];

/** One of the places that the pattern finds. */
function replaceOne(next: Next, text: string, pattern: RegExp, by: () => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { index, 0: old } = pick(next, found);
  return text.slice(0, index) + by() + text.slice(index + old.length);
}

function damageParts(next: Next, parts: Parts): void {
  const paths = [...parts.keys()];
  const path =
    next(2) === 0
      ? pick(
          next,
          paths.filter((one) => one.includes('worksheets/sheet')),
        )
      : pick(next, paths);
  const part = parts.get(path);
  if (!part) return;
  switch (next(8)) {
    case 0:
      parts.delete(path);
      break;
    case 1:
      parts.set(
        path,
        damageBytes(part, next, 200, (piece) => Buffer.alloc(piece.length, '<')),
      );
      break;
    case 2:
      parts.set(path, parts.get(pick(next, paths)) ?? Buffer.alloc(0));
      break;
    case 3:
      parts.set(`${path.replace(/\d*\.xml$/, '')}${next(99)}.xml`, part);
      break;
    default: {
      const changed = pick(next, changes)(next, part.toString('utf8'));
      parts.set(path, Buffer.from(changed));
    }
  }
}

testSeeds('changed workbooks', 300, (next) => {
  const parts = new Map(sound);
  for (let n = 1 + next(3); n > 0; n--) damageParts(next, parts);
  // Zeros pack to a thousandth: an archive that is small, and much when it is opened.
  if (next(12) === 0)
    parts.set(
      pick(next, ['xl/media/a.png', 'xl/sharedStrings.xml']),
      Buffer.alloc(1_000_000 * (1 + next(190))),
    );
  const file = packParts(parts, next(3) > 0);
  return {
    'data/r/more.xlsx':
      next(5) === 0 ? damageBytes(file, next, 60, (piece) => Buffer.alloc(piece.length)) : file,
  };
});
