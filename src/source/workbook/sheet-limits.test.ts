import * as xlsx from '@e965/xlsx';
import { expect, test } from 'vitest';
import { getRows, readFiles } from '../read-files.sample.ts';

/** A workbook of one sheet, with something changed in its XML. */
function buildWorkbook(
  change: (xml: string) => string,
  rows: unknown[][] = [
    ['a', 'b'],
    [1, 2],
    [3, 4],
  ],
): Buffer {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), '推广');
  const bytes = xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  const zip = xlsx.CFB.read(bytes, { type: 'buffer' });
  const part = xlsx.CFB.find(zip, '/xl/worksheets/sheet1.xml')!;
  part.content = Buffer.from(change(Buffer.from(part.content as number[]).toString('utf8')));
  return Buffer.from(xlsx.CFB.write(zip, { fileType: 'zip', type: 'buffer' }) as Buffer);
}

const merge = (ref: string) => (xml: string) =>
  xml.replace('</sheetData>', `</sheetData><mergeCells><mergeCell ref="${ref}"/></mergeCells>`);

test.each<[string, (xml: string) => string]>([
  [
    'four billion columns',
    (xml) => xml.replace('<sheetData>', '<cols><col min="1" max="4294967295"/></cols><sheetData>'),
  ],
  [
    'columns in single quotes',
    (xml) => xml.replace('<sheetData>', "<cols><col min='1' max = '99999999'/></cols><sheetData>"),
  ],
  ['a row behind the last', (xml) => xml.replace('<row r="3"', '<row r="99999999"')],
  ['a cell behind the last', (xml) => xml.replace('r="B3"', 'r="ZZZZ3"')],
  ['a merged range behind the last', merge('A1:XFE9')],
])('%s is refused before the library reads it', async (_, change) => {
  const { told } = await readFiles({ 'a.xlsx': buildWorkbook(change) });
  expect(told).toEqual(['a.xlsx sheet-too-large']);
});

test('a merged range of whole columns ends with the last cell', async () => {
  const { tables } = await readFiles({ 'a.xlsx': buildWorkbook(merge('A3:A1048576')) });
  expect(getRows(tables[0])).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('rows with one cell each beside a cell far away are too many cells to go through', async () => {
  const rows = Array.from({ length: 2000 }, (_, at) => [`n${at}`]);
  const change = (xml: string) => xml.replace('r="A2000"', 'r="XFD2000"');
  const { told } = await readFiles({ 'a.xlsx': buildWorkbook(change, rows) });
  expect(told).toEqual(['a.xlsx!推广!A1 sheet-too-large']);
});
