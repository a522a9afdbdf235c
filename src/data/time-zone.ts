import { quoteSqlText } from '../base/quoting.ts';

/** Writes instants as ISO 8601 texts of one time zone: `2026-03-02T08:00:00+08:00`. */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  /** `zone` is an IANA name; throws RangeError for another. */
  constructor(zone: string) {
    this.#format = createOffsetFormat(zone);
  }

  /** `micros` since 1970 in UTC. */
  formatInstant(micros: bigint): string {
    const minutes = this.#findOffset(Number(micros / 1000n));
    return formatLocalTime(micros + BigInt(minutes) * 60_000_000n) + formatOffset(minutes);
  }

  /** Offsets change on quarter hours at the earliest, so one look-up serves fifteen minutes. */
  #findOffset(millis: number): number {
    const quarter = Math.floor(millis / 900_000);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = readOffset(this.#format, millis);
    this.#offsets.set(quarter, offset);
    return offset;
  }
}

const offsetTexts = new Map<number, string>();

/** `+08:00` of 480 minutes. */
function formatOffset(minutes: number): string {
  const known = offsetTexts.get(minutes);
  if (known !== undefined) return known;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const text = `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
  offsetTexts.set(minutes, text);
  return text;
}

/** The minute that was written last: rows of a log that follow each other share it. */
let lastMinute = { minute: Number.NaN, text: '' };

/** A local time without zone: `2026-03-02T08:00:00`, with a fraction when there is one. */
export function formatLocalTime(micros: bigint): string {
  const [seconds, fraction] = splitSeconds(micros);
  const minute = Math.floor(seconds / 60);
  if (minute !== lastMinute.minute)
    lastMinute = { minute, text: new Date(minute * 60_000).toISOString().slice(0, -7) };
  const second = String(modulo(seconds, 60)).padStart(2, '0');
  const text = lastMinute.text + second;
  return fraction === 0 ? text : `${text}.${String(fraction).padStart(6, '0').replace(/0+$/, '')}`;
}

/** Whole seconds and the millionths behind them. */
function splitSeconds(micros: bigint): [seconds: number, fraction: number] {
  const whole = Number(micros);
  // Until the year 2255 a number holds it.
  if (Number.isSafeInteger(whole)) return [Math.floor(whole / 1e6), modulo(whole, 1e6)];
  const fraction = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return [Number((micros - fraction) / 1_000_000n), Number(fraction)];
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/** From here on zones without summer time keep one offset; DuckDB itself reckons what lies before. */
const since = Date.UTC(1992, 0, 1);

/**
 * SQL of the macro `day_of`: the day of an instant in the zone. A zone that keeps one offset needs only whole
 * numbers, several times faster than the calendar of a cast; the answers are the same.
 */
export function buildDayMacro(zone: string): string {
  const offset = findFixedOffset(zone);
  const cast = 'CAST(t AS DATE)';
  const expression =
    offset === undefined
      ? cast
      : `CASE WHEN t >= TIMESTAMPTZ ${quoteSqlText(new Date(since).toISOString())} AND isfinite(t) THEN DATE '1970-01-01' + CAST((epoch_us(t) + ${offset * 60_000_000}) // 86400000000 AS INTEGER) ELSE ${cast} END`;
  return `CREATE MACRO day_of(t TIMESTAMPTZ) AS ${expression}, (t TIMESTAMP) AS ${cast}, (t DATE) AS t`;
}

const offsets = new Map<string, number | undefined>();

/** Minutes that a zone is ahead of UTC where they never change from 1992 to 2100; else undefined. */
export function findFixedOffset(zone: string): number | undefined {
  if (!offsets.has(zone)) offsets.set(zone, computeFixedOffset(zone));
  return offsets.get(zone);
}

const week = 7 * 86_400_000;

/** Looked at week by week, which takes a while. */
function computeFixedOffset(zone: string): number | undefined {
  const format = createOffsetFormat(zone);
  // A local time of the first day may lie before the year in UTC.
  const before = since - week;
  const offset = readOffset(format, before);
  for (let millis = before + week; millis < Date.UTC(2100, 0, 1); millis += week)
    if (readOffset(format, millis) !== offset) return undefined;
  return offset;
}

function createOffsetFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
}

/** Minutes that a zone is ahead of UTC at an instant, in milliseconds since 1970. */
function readOffset(format: Intl.DateTimeFormat, millis: number): number {
  const name = format.formatToParts(millis).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  // UTC itself is `GMT`.
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return hours ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}
