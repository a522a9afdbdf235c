import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTypeId,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Cell, ColumnType } from '../base/source-table.ts';
import { formatLocalTime, type ZoneClock } from './time-zone.ts';

const integers =
  'TINYINT SMALLINT INTEGER BIGINT UTINYINT USMALLINT UINTEGER UBIGINT HUGEINT UHUGEINT BIGNUM';
const timestamps = 'TIMESTAMP TIMESTAMP_S TIMESTAMP_MS TIMESTAMP_NS TIMESTAMP_TZ';

const typeFamilies: Record<Exclude<ColumnType, 'text'>, string[]> = {
  integer: integers.split(' '),
  number: ['FLOAT', 'DOUBLE', 'DECIMAL'],
  boolean: ['BOOLEAN'],
  date: ['DATE'],
  timestamp: timestamps.split(' '),
};

/** Our name for a type of DuckDB; everything without one is shown as text. */
export function toColumnType(id: DuckDBTypeId): ColumnType {
  const name = DuckDBTypeId[id];
  for (const [type, members] of Object.entries(typeFamilies))
    if (members.includes(name)) return type as ColumnType;
  return 'text';
}

/** A value of DuckDB as plain JSON. NaN and ±∞ are no numbers: null. */
export function toCell(value: DuckDBValue, clock: ZoneClock): Cell {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'string':
    case 'boolean':
      return value;
    case 'bigint':
      return Number(value);
    default:
      return value === null ? null : convertObject(value, clock);
  }
}

function convertObject(value: object, clock: ZoneClock): Cell {
  if (value instanceof DuckDBDecimalValue) return Number(value.toString());
  if (value instanceof DuckDBDateValue) return value.isFinite ? value.toString() : null;
  if (value instanceof DuckDBTimestampTZValue)
    return value.isFinite ? clock.formatInstant(value.micros) : null;
  if (value instanceof DuckDBTimestampValue) return value.isFinite ? formatLocalTime(value.micros) : null;
  if (value instanceof DuckDBTimestampSecondsValue) return formatLocalTime(value.seconds * 1_000_000n);
  if (value instanceof DuckDBTimestampMillisecondsValue) return formatLocalTime(value.millis * 1000n);
  if (value instanceof DuckDBTimestampNanosecondsValue) return formatLocalTime(value.nanos / 1000n);
  return String(value);
}
