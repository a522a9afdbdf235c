import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cell, ColumnType, SourceTable } from '../base/source-table.ts';
import { writeTableCsv } from './csv-export.ts';
import { openCsvLines } from './csv-lines.ts';
import { openEngine } from './open-engine.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fupan-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const spaces = [
  ...'\t\n\v\f\r \u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u0085\u180e',
];
const text = fc.oneof(
  fc.constantFrom(
    'SEM',
    '公众号',
    '',
    'a,b',
    'a"b',
    '"',
    '-',
    '+86',
    '-2+3|x',
    '=1',
    '＝1',
    '@a',
    '＋1',
    '－a',
  ),
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(fc.constantFrom('', ...spaces), fc.constantFrom('a', '', '渠道'), fc.constantFrom('', ...spaces))
    .map((parts) => parts.join('')),
);
const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2110-01-01'), noInvalidDate: true })
  .chain((date) =>
    fc.constantFrom('Z', '500Z', '000001Z', '120Z').map((end) => `${date.toISOString().slice(0, -1)}${end}`),
  );
const cells: Record<ColumnType | 'money', fc.Arbitrary<Cell>> = {
  text,
  number: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.integer().map((whole) => whole / 100),
    fc.constantFrom(0, -0, 1e15, 1e15 - 1, 0.1 + 0.2, 1e-4, 9.99e-5, 1e21, 123456789.125, 5e-324),
  ),
  money: fc.oneof(
    fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 1e4),
    fc.constantFrom(0, 100, 12345678901.2345, 99999999999.9999, 99999999999999.5, -0.0001),
  ),
  integer: fc.oneof(
    fc.integer(),
    fc.constantFrom(0, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 2 ** 53, 2 ** 60),
  ),
  boolean: fc.boolean(),
  date: fc.oneof(
    fc.constantFrom('0001-01-01', '9999-12-31', '2024-02-29', '12000-01-01'),
    fc
      .date({ min: new Date('0100-01-01'), max: new Date('9000-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  ),
  timestamp: instant,
};
const kinds = Object.keys(cells) as (keyof typeof cells)[];
const zones = [
  'Asia/Shanghai',
  'Asia/Kolkata',
  'America/Bogota',
  'UTC',
  'Asia/Kathmandu',
  'America/New_York',
];

const table = fc
  .array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 6 })
  .chain((chosen) =>
    fc
      .array(fc.tuple(...chosen.map((kind) => fc.option(cells[kind], { freq: 5 }))), { maxLength: 40 })
      .map((rows) => buildTable(chosen, rows)),
  );

function buildTable(chosen: readonly (keyof typeof cells)[], rows: Cell[][]): SourceTable {
  const columns = chosen.map((kind, at) => ({
    header: `列,${at}`,
    name: `c "${at}`,
    type: kind === 'money' ? ('number' as const) : kind,
    label: '',
    unit: kind === 'money' ? '元' : '',
    description: '',
  }));
  const rest = { title: 't', file: 't.csv', absolute: '/nowhere/t.csv', sha256: '', bytes: 0, known: true };
  const content = { kind: 'rows' as const, rows, getPlace: () => ({ file: 't.csv' }) };
  return { name: "t'表", ...rest, columns, content };
}

async function writeBothWays(given: SourceTable, zone: string) {
  const { engine } = await openEngine([given], { zone });
  try {
    const [opened] = engine.tables;
    const write = async (large: number) => ({
      written: await writeTableCsv(engine, opened!, folder, large),
      text: await readFile(join(folder, `${opened!.name}.csv`), 'utf8'),
    });
    return { lines: await write(0), rows: await write(Number.POSITIVE_INFINITY) };
  } finally {
    engine.close();
  }
}

test('the engine writes every table as it is written row by row', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom(...zones), async (given, zone) => {
      const { lines, rows } = await writeBothWays(given, zone);
      expect(lines).toEqual(rows);
    }),
    { numRuns: 60, seed: 20261130 },
  );
});

test('cells of each kind are written by the engine itself, those that it writes otherwise are not', async () => {
  const isOdd = async (kind: keyof typeof cells, cell: Cell): Promise<boolean> => {
    const { engine } = await openEngine([buildTable([kind], [[cell]])], { zone: 'Asia/Shanghai' });
    const [opened] = engine.tables;
    const blocks = await openCsvLines(engine, opened!, opened!.columns);
    for await (const block of blocks!) {
      engine.close();
      return !('text' in block);
    }
    throw new Error('no block');
  };
  const plain: [keyof typeof cells, Cell][] = [
    ['text', ' "a", '],
    ['number', -12.375],
    ['number', 1_000_000],
    ['number', 0],
    ['money', 1234.5],
    ['integer', 9_007_199_254_740_991],
    ['boolean', true],
    ['date', '2026-03-02'],
    ['timestamp', '2026-03-02T08:00:00.25Z'],
  ];
  for (const [kind, cell] of plain) {
    expect(await isOdd(kind, cell), String(cell)).toBe(false);
    expect(await isOdd(kind, null), `no ${kind}`).toBe(false);
  }
  const odd: [keyof typeof cells, Cell][] = [
    ['text', '-'],
    ['text', '\ufeffa'],
    ['text', '＝1'],
    ['number', 1e22],
    ['number', 1e-7],
    ['date', '12000-01-01'],
    ['timestamp', '1980-03-02T08:00:00Z'],
  ];
  for (const [kind, cell] of odd) expect(await isOdd(kind, cell), String(cell)).toBe(true);
});

test('a large table is written in several blocks, one of them row by row', { timeout: 60_000 }, async () => {
  const rows = Array.from({ length: 30_000 }, (_, at): Cell[] => [
    at === 20_000 ? '=1' : `第 ${at} 行`,
    at / 8,
  ]);
  const { lines, rows: slow } = await writeBothWays(buildTable(['text', 'number'], rows), 'Asia/Shanghai');
  expect(lines).toEqual(slow);
  expect(lines.written.guarded).toBe(1);
  expect(lines.text.split('\n')).toHaveLength(30_002);
});
