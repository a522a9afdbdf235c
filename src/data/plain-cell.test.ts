import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DescribedColumn } from '../base/source-table.ts';
import { plainCell } from './plain-cell.ts';

const named = { header: 'ts', name: 'ts', label: '', unit: '', description: '' };
const column: DescribedColumn = { ...named, type: 'timestamp', fixed: false };

/** A minute as it is mostly written, with up to two signs changed: most are no longer one, a few still look like one. */
const nearlyInstant = fc
  .tuple(
    fc.date({ min: new Date('0990-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
    fc.constantFrom(' ', 'T'),
    fc.array(fc.tuple(fc.nat(18), fc.constantFrom(...' 0129TZ:-+.')), { maxLength: 2 }),
  )
  .map(([date, between, changes]) => {
    const signs = [...date.toISOString().slice(0, 19).replace('T', between)];
    for (const [at, sign] of changes) signs[at] = sign;
    return signs.join('');
  });

/** What JavaScript's own calendar says of it: the local time, where there is such a one and the engine is let to read it. */
function expected(text: string): string | null {
  const [, day, time] = /^([1-9]\d{3}-\d\d-\d\d)[ T]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)$/.exec(text) ?? [];
  if (!day || text >= '9999') return null;
  const date = new Date(`${day}T${time}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? `${day} ${time}` : null;
}

test('an instant is read by the engine where it is written in the plainest way, and only there', async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'Asia/Shanghai'");
  const { cast, value } = plainCell(column, 0, undefined, 8 * 3600);
  const edges = ['2026-03-02 24:00:00', '2026-03-02  8:00:00', '2026-03-2  08:00:00', '2026-03-02 08:00:5Z'];
  const texts = [...edges, ...fc.sample(nearlyInstant, { numRuns: 3000, seed: 7 })];
  const prepared = await connection.prepare(
    `select strftime(v, '%Y-%m-%d %H:%M:%S') from (select ${value} as v from
      (select c0, ${cast} as x0 from (select unnest($1::varchar[]) as c0)))`,
  );
  prepared.bindVarchar(1, JSON.stringify(texts));
  const found = (await prepared.runAndReadAll()).getRows().map(([cell]) => cell);
  connection.closeSync();
  instance.closeSync();
  expect(found).toEqual(texts.map(expected));
});
