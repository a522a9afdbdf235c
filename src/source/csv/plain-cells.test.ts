import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ColumnType } from '../../base/source-table.ts';
import { stripPadding } from '../cells/cell-padding.ts';
import { parseCell } from '../cells/parse-cell.ts';
import { type PlainCellForm, plainEnds, slackBytes } from './plain-cells.ts';
import { isIrregularStart, isPaddedEnd } from './text-cells.ts';

/** A minute as it is mostly written, with up to two signs changed: most are no longer one, a few still look like one. */
const nearlyInstant = fc
  .tuple(
    fc.date({ min: new Date('0990-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
    fc.constantFrom(' ', 'T'),
    fc.constantFrom('', '', '.5', '.25', '.123456', '.50', '.'),
    fc.array(fc.tuple(fc.nat(18), fc.constantFrom(...' 0129TZ:-+.;?/pP@')), { maxLength: 2 }),
  )
  .map(([date, between, fraction, changes]) => {
    const signs = [...date.toISOString().slice(0, 19).replace('T', between)];
    for (const [at, sign] of changes) signs[at] = sign;
    return signs.join('') + fraction;
  });

const plainTypes: Record<PlainCellForm, ColumnType> = {
  text: 'text',
  integer: 'integer',
  number: 'number',
  money: 'number',
  boolean: 'boolean',
  date: 'date',
  'day-digits': 'date',
  timestamp: 'timestamp',
  'epoch-seconds': 'timestamp',
  'epoch-milliseconds': 'timestamp',
};

/** Whether a cell is written in the plainest way. */
function isPlain(form: Exclude<PlainCellForm, 'text'>, text: string): boolean {
  const { buffer, byteLength } = new TextEncoder().encode(`,${text}\n${' '.repeat(slackBytes)}`);
  return plainEnds[form](new DataView(buffer), 1) === byteLength - slackBytes - 1;
}

/** What JavaScript's own calendar says of it: the local time, where there is such a one and the engine is let to read it. */
function formatExpected(text: string): string | null {
  const pattern = /^([1-9]\d{3}-\d\d-\d\d)[ T]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(\.\d{0,5}[1-9])?$/;
  const [, day, time, fraction = ''] = pattern.exec(text) ?? [];
  if (!day || text >= '9999') return null;
  const date = new Date(`${day}T${time}Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
  return isReal ? `${day} ${time}${fraction}` : null;
}

test('an instant is read by the engine where it is written in the plainest way, and only there', async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const edges = ['2026-03-02 24:00:00', '2026-03-02  8:00:00', '2026-03-2  08:00:00', '2026-03-02 08:00:5Z'];
  const texts = [...edges, ...fc.sample(nearlyInstant, { numRuns: 3000, seed: 7 })];
  const plain = texts.filter((text) => isPlain('timestamp', text));
  const prepared = await connection.prepare(
    'select c::timestamp::varchar from (select unnest($1::varchar[]) as c)',
  );
  prepared.bindVarchar(1, JSON.stringify(plain));
  const found = (await prepared.runAndReadAll()).getRows().map(([cell]) => cell);
  connection.closeSync();
  instance.closeSync();
  expect(found).toEqual(texts.map(formatExpected).filter((text) => text !== null));
  expect(found.length).toBeGreaterThan(500);
});

test('a number, a truth or a day written in the plainest way is one to us, and what the engine might take otherwise is not', () => {
  const said: Record<Exclude<PlainCellForm, 'text' | 'timestamp'>, [plain: string, odd: string]> = {
    integer: ['0 7 -12 999999999999999', '-0 007 +5 1000000000000000 1e5 12.0 0x1F 1_000 １ 5. -'],
    number: [
      '0 7 -12.5 0.000000000001 -0.5',
      '.5 5. 1e5 inf nan 0.0000000000001 1234567890123 00.5 1234567890.123456',
    ],
    money: ['0 12.3456 -1', '0.12345 ¥5 1,200'],
    boolean: ['true FALSE True', '1 是 yes truth tru'],
    date: [
      '2026-03-02 2024-02-29 1000-01-01',
      '2026-02-29 2026-3-2 9999-01-01 0999-01-01 2026-04-31 2026/03/02',
    ],
    'day-digits': ['20260302 20240229 10000101', '20260229 2026030 202603021 20261301 20260300 2026-03-02'],
    'epoch-seconds': ['1772409600 1000000000', '2026031623 177240960 17724096001 1772409600.5 -1772409600'],
    'epoch-milliseconds': ['1772409600250', '177240960025 17724096002501 2026031623055 1772409600'],
  };
  for (const [form, [plain, odd]] of Object.entries(said) as [keyof typeof said, [string, string]][]) {
    const type = plainTypes[form];
    for (const text of plain.split(' ')) {
      expect(isPlain(form, text), text).toBe(true);
      expect(parseCell(text, type), text).not.toBeUndefined();
    }
    for (const text of odd.split(' ')) expect(isPlain(form, text), text).toBe(false);
  }
});

test('all padding beyond ASCII is odd at both ends of a cell, and no other letter', () => {
  const isOdd = (sign: string) => {
    const bytes = Buffer.from(`x${sign}`);
    const start = isIrregularStart(Buffer.from(`${sign}x`), 0, false);
    return start === isPaddedEnd(bytes, bytes.length) ? start : undefined;
  };
  const differing = [];
  for (let code = 0x80; code < 0x10000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const sign = String.fromCharCode(code);
    if (isOdd(sign) !== (stripPadding(sign) === '')) differing.push(code.toString(16));
  }
  expect(differing).toEqual([]);
});
