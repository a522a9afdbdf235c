import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildByteMarks } from './cell-ends.ts';
import { slackBytes } from './plain-cells.ts';
import { scanCsv } from './scan-csv.ts';
import { type PlainColumnForm, TextColumn } from './scanned-columns.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fupan-test-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const forms: PlainColumnForm[] = [
  { form: 'text', required: false, name: '名称' },
  { form: 'integer', required: false },
  { form: 'timestamp', required: false },
];

async function scan(text: string, blockBytes?: number, columns: readonly PlainColumnForm[] = forms) {
  const file = join(root, 'a.csv');
  await writeFile(file, text);
  const { rows, isLoose } = await scanCsv(file, ',', columns, blockBytes);
  return { rows, isLoose };
}

const cell = fc.constantFrom(
  'a',
  '"第一行\n第二行"',
  '"x""y"',
  '""',
  '',
  'a'.repeat(30),
  '小计划',
  '"a,\r\nb"',
);
const row = fc.tuple(
  cell,
  fc.constantFrom('12', '-7', '"305"', '', '—'),
  fc.constantFrom('2026-03-02 08:00:00', '"2026-03-02T08:00:00.5"'),
);

test('a file is seen alike in blocks of any size', async () => {
  const file = fc.record({
    rows: fc.array(row, { minLength: 1, maxLength: 30 }),
    end: fc.constantFrom('\n', '\r\n'),
    lastEnd: fc.constantFrom('', '\n'),
    odd: fc.option(
      fc.constantFrom('合计,1,2026-03-02 08:00:00', 'a,b,c', 'a,1', 'a"b,1,2026-03-02 08:00:00'),
    ),
    blockBytes: fc.integer({ min: 130, max: 400 }),
  });
  await fc.assert(
    fc.asyncProperty(file, async ({ rows, end, lastEnd, odd, blockBytes }) => {
      const lines = [
        '名称,数量,时间',
        ...rows.map((cells) => cells.join(',')),
        ...(odd === null ? [] : [odd]),
      ];
      const text = `\uFEFF${lines.join(end)}${lastEnd}`;
      const whole = await scan(text);
      // The last row may be a total without a name.
      const isClear = odd === null && !['', '""'].includes(rows.at(-1)![0]);
      expect(whole.rows).toBe(isClear ? rows.length : undefined);
      if (isClear) expect(whole.isLoose).toBe(rows.some(([, count]) => count === '—'));
      expect((await scan(text, blockBytes)).rows).toBe(whole.rows);
    }),
    { numRuns: 200 },
  );
});

test('a cell that asks for no look ends where a closer look finds its end, whatever is around it', () => {
  const signs = [
    ...'ab, ;\t|#!"=\'"\0\r\n0aelLAtT-',
    '合',
    '计',
    '总',
    '号',
    '新',
    'é',
    '\u3000',
    '\u200b',
    '\u00a0',
    '【',
  ];
  const text = fc.array(fc.constantFrom(...signs), { maxLength: 14 }).map((list) => list.join(''));
  const sample = fc.record({ text, separator: fc.constantFrom(...',;\t|'), mayBeLabel: fc.boolean() });
  let easy = 0;
  fc.assert(
    fc.property(sample, ({ text, separator, mayBeLabel }) => {
      const bytes = Buffer.alloc(Buffer.byteLength(text) + 1 + slackBytes);
      bytes.write(`${text}\n`);
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      const code = separator.charCodeAt(0);
      const column = new TextColumn({ required: true, isFree: true, name: 'aa' }, buildByteMarks(code));
      const stop = column.findEasyEnd(view, 0, mayBeLabel);
      if (stop < 0) return;
      easy++;
      expect(stop).toBe(bytes.findIndex((byte) => [code, 0, 10, 13, 34].includes(byte)));
      expect(column.findEnd(bytes, view, 0, bytes.length, mayBeLabel)).toBe(stop);
      expect([column.isLoose, column.mayBeNumbers(1)]).toEqual([false, false]);
    }),
    { numRuns: 5000 },
  );
  expect(easy).toBeGreaterThan(500);
});

test('columns of texts most of which may be numbers are named', async () => {
  const free = ['a', 'b', 'c', 'd'].map((name) => ({
    form: 'text' as const,
    required: false,
    isFree: name !== 'd',
    name,
  }));
  const rows = ['x,12,NULL,12', 'y,"13",新,13', ',SEM,无,14', 'z, ,,15', 'z,w,社群,16'];
  const file = join(root, 'b.csv');
  await writeFile(file, ['p,q,r,s', ...rows].join('\n'));
  expect(await scanCsv(file, ',', free)).toMatchObject({ rows: 5, likeNumbers: [1] });
});

test.each([
  ['a last row of one cell may be a note', 'a,1,2026-03-02 08:00:00\n注：a,,\n'],
  ['a last row without its first cell may be a total', 'a,1,2026-03-02 08:00:00\n,1,2026-03-02 08:00:00\n'],
  ['rows below a blank line may be another table', 'a,1,2026-03-02 08:00:00\n\nb,2,2026-03-02 08:00:00\n'],
  ['a name that ends like that of a total', '本页合计,1,2026-03-02 08:00:00\na,1,2026-03-02 08:00:00\n'],
  ['a row that repeats the names', '名称,1,2026-03-02 08:00:00\na,1,2026-03-02 08:00:00\n'],
  ['quoted names again, with a blank', '"名称 ",1,2026-03-02 08:00:00\na,1,2026-03-02 08:00:00\n'],
  ['an id that Excel has shortened', '"1.23E+17",1,2026-03-02 08:00:00\na,1,2026-03-02 08:00:00\n'],
  ['a name that begins like that of a total', '"Total: a",1,2026-03-02 08:00:00\na,1,2026-03-02 08:00:00\n'],
])('%s: it needs a closer look', async (_, rows) => {
  expect((await scan(`名称,数量,时间\n${rows}`)).rows).toBeUndefined();
});

test('a row of one cell, or without its first, needs no closer look where others follow', async () => {
  const rows = ['注：a,,', ',1,2026-03-02 08:00:00', 'a,1,2026-03-02 08:00:00', ''];
  expect((await scan(['名称,数量,时间', ...rows].join('\n'))).rows).toBe(3);
});

test('a row that fills a block is none', async () => {
  expect((await scan(`a,b,c\n${'x'.repeat(300)},1,\n`, 200)).rows).toBeUndefined();
  expect((await scan(`a,b,c\n"${'x'.repeat(300)},1,\n`)).rows).toBeUndefined();
});

test.each(['', '""', '—', ' '])('a cell “%s” where one must be filled needs a closer look', async (empty) => {
  const required = forms.map((one) => ({ ...one, required: true }));
  const text = (cells: string) => `a,b,c\n${cells},2026-03-02 08:00:00\n`;
  expect(await scan(text('x,1'), undefined, required)).toEqual({ rows: 1, isLoose: false });
  expect((await scan(text(`x,${empty}`), undefined, required)).rows).toBeUndefined();
  expect((await scan(text(`x,${empty}`))).rows).toBe(1);
  if (empty !== '—') expect((await scan(text(`${empty},1`), undefined, required)).rows).toBeUndefined();
});
