import { quoteText } from './sql-names.ts';

/** From here on zones without summer time keep one offset; DuckDB itself reckons what lies before. */
const since = Date.UTC(1992, 0, 1);

/**
 * SQL of the macro `day_of`: the day of an instant in the zone. A zone that keeps one offset needs only whole
 * numbers, several times faster than the calendar of a cast; the answers are the same.
 */
export function buildDayMacro(zone: string): string {
  const offset = findConstantOffset(zone);
  const cast = 'CAST(t AS DATE)';
  const expression =
    offset === undefined
      ? cast
      : `CASE WHEN t >= TIMESTAMPTZ ${quoteText(new Date(since).toISOString())} AND isfinite(t) THEN DATE '1970-01-01' + CAST((epoch_us(t) + ${offset * 60_000_000}) // 86400000000 AS INTEGER) ELSE ${cast} END`;
  return `CREATE MACRO day_of(t TIMESTAMPTZ) AS ${expression}, (t TIMESTAMP) AS ${cast}, (t DATE) AS t`;
}

const offsets = new Map<string, number | undefined>();

/** Minutes east of UTC where they never change from 1992 to 2100; else undefined. */
function findConstantOffset(zone: string): number | undefined {
  if (!offsets.has(zone)) offsets.set(zone, computeConstantOffset(zone));
  return offsets.get(zone);
}

/** Looked at week by week, which takes a while. */
function computeConstantOffset(zone: string): number | undefined {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offsetAt = (millis: number) =>
    format.formatToParts(millis).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const name = offsetAt(since);
  for (let millis = since; millis < Date.UTC(2100, 0, 1); millis += 7 * 86_400_000) {
    if (offsetAt(millis) !== name) return undefined;
  }
  if (name === 'GMT') return 0;
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(name) ?? [];
  return hours === undefined ? undefined : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
