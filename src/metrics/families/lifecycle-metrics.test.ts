import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSampleQuery, openBareEngine, readRows } from '../../test/sample-query.ts';
import { lifecycleMetrics } from './lifecycle-metrics.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await openBareEngine();
});
afterAll(() => connection.closeSync());

const DAY = 24 * 60;
const period = { from: '2026-03-08', to: '2026-03-10' };

test('Amplitude, Lifecycle: current + dormant = active before; new + current + resurrected = active', async () => {
  const event = fc.record({
    user: fc.integer({ min: 1, max: 9 }),
    event: fc.constant('open'),
    at: fc.integer({ min: 0, max: 12 * DAY }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
      const of = async (id: keyof typeof lifecycleMetrics) => {
        const sql = lifecycleMetrics[id].sql(createSampleQuery<unknown>(events, {}, { period }));
        return Number((await readRows(connection, sql))[0]?.value);
      };
      const active = (from: number, to: number) =>
        new Set(events.filter(({ at }) => at >= from * DAY && at < to * DAY).map(({ user }) => user)).size;
      const current = await of('lifecycle_current');
      expect(current + (await of('lifecycle_dormant'))).toBe(active(3, 6));
      expect(current + (await of('lifecycle_new')) + (await of('lifecycle_resurrected'))).toBe(active(6, 9));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('needs a period, and goes by columns only', () => {
  const { lifecycle_new: metric } = lifecycleMetrics;
  expect(() => metric.sql(createSampleQuery<unknown>([], {}))).toThrow('during');
  const keys = [{ alias: 'key', text: 'day', order: 'day', timed: true }] as const;
  expect(() => metric.sql(createSampleQuery<unknown>([], {}, { period, keys: [...keys] }))).toThrow(
    'columns only',
  );
});
