import { expect, test } from 'vitest';
import { formatUnit, normaliseUnit } from '../base/unit.ts';
import { metrics } from '../metrics/library.ts';
import { knownTables } from '../schema/tables/known-tables.ts';

/** Neither the tables nor the metrics may bring a Chinese unit into an English report. */
test('every unit of the known tables and of the metrics has an English word', () => {
  const ofTables = Object.values(knownTables).flatMap(({ columns }) =>
    Object.values(columns).map(({ unit }) => unit),
  );
  const ofMetrics = Object.values(metrics).map(({ unit }) =>
    typeof unit === 'string' ? unit : unit.otherwise,
  );
  const units = new Set([...ofTables, ...ofMetrics].map(normaliseUnit));
  expect(units.size).toBeGreaterThan(15);
  expect([...units].filter((unit) => /\p{Script=Han}/u.test(formatUnit(unit, 'en', 2)))).toEqual([]);
});
