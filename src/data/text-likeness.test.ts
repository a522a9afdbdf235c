import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { buildByteMarks } from '../source/csv/cell-ends.ts';
import { slackBytes } from '../source/csv/plain-cells.ts';
import { TextColumn } from '../source/csv/scanned-columns.ts';
import { buildLikenesses } from './text-likeness.ts';

/** Whether the scan of a file asks for a closer look at a column of this text alone, or at the file. */
function isSeenInScan(text: string): boolean {
  const column = new TextColumn({ required: false, isFree: true }, buildByteMarks(9));
  const cell = text.startsWith('"') ? `""${text}"` : text;
  const bytes = Buffer.from(`${cell}\n${'\0'.repeat(slackBytes)}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return column.findEnd(bytes, view, 0, bytes.length, false) < 0 || column.mayBeNumbers(1);
}

test('whatever text the engine might find like a number, the scan of its file has seen', async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const texts = ['Jan', 'Sept', 'Monday', 'NULL', 'nan', '\\N', '无', '暂无'];
  for (let code = 0x21; code < 0x110000; code += code < 0x10000 ? 1 : 997) {
    const sign = String.fromCodePoint(code);
    if (code < 0xd800 || code > 0xdfff) texts.push(`${sign}x`);
  }
  const prepared = await connection.prepare(
    `select place from (select unnest($1::varchar[]) as c, generate_subscripts($1::varchar[], 1) as place)
     where ${buildLikenesses('c').join(' or ')}`,
  );
  prepared.bindVarchar(1, JSON.stringify(texts));
  const rows = (await prepared.runAndReadAll()).getRows();
  const alike = rows.map(([place]) => texts[Number(place) - 1]!);
  connection.closeSync();
  instance.closeSync();
  expect(alike.length).toBeGreaterThan(5000);
  expect(alike.filter((text) => !isSeenInScan(text))).toEqual([]);
  expect(['u1', 'SEM?', '公众号', 'visit', 'é'].map(isSeenInScan)).toEqual([false, true, false, false, true]);
  expect(['新', '社', 'x', '【'].map(isSeenInScan)).toEqual([false, false, false, false]);
});
