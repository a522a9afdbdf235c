import { buildClock, clockPattern } from './clock-times.ts';
import { type DateOrder, parseDate } from './date-formats.ts';
import { toHalfWidth } from './number-formats.ts';

interface TimestampFormat {
  name: string;
  examples: readonly (readonly [text: string, iso: string])[];
  read: (text: string, order: DateOrder) => string | undefined;
}

const timed = new RegExp(`^(.+?)(?:[T ]\\s*|(?<=[日号一二三四五六天)]))${clockPattern}$`, 'i');
const zoned = /^(.*\d(?: ?[ap]m)?)\s*(Z|UTC|GMT|(?:GMT|UTC)?[+-]\d{2}:?\d{2})(?: \(.*\))?$/i;
/** `Tue Mar 03 12:00:00 +0800 2026`: the year stands last. */
const yearBehindZone = /^([a-z]{3} [a-z]{3} \d{1,2}) (\d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})$/i;
/** Digits alone, from the year to the hour, the minute or the second. */
const digitsOnly = /^((?:19|20)\d{6})(\d{2})(\d{2})?(\d{2})?$/;

/** Every way in which an instant may be written: a row is a form with examples, which are its tests. */
export const timestampFormats: readonly TimestampFormat[] = [
  {
    name: 'digits to the hour',
    examples: [
      ['2026031623', '2026-03-16T23:00:00'],
      ['202603162305', '2026-03-16T23:05:00'],
      ['20260316230559', '2026-03-16T23:05:59'],
    ],
    read: (text) => {
      const [, day, hour, minute = '00', second = '00'] = digitsOnly.exec(text) ?? [];
      return day && hour ? joinInstant(parseDate(day, 'ymd'), [undefined, hour, minute, second]) : undefined;
    },
  },
  {
    name: 'epoch seconds',
    examples: [['1772409600', '2026-03-02T00:00:00.000Z']],
    // Those that begin with 20 are years, not the 2030s.
    read: (text) => (/^1\d{9}$/.test(text) ? parseEpoch(Number(text)) : undefined),
  },
  {
    name: 'epoch milliseconds',
    examples: [['1772409600250', '2026-03-02T00:00:00.250Z']],
    read: (text) => (/^\d{13}$/.test(text) ? parseEpoch(Number(text)) : undefined),
  },
  {
    name: 'day and time',
    examples: [
      ['2026/3/2 8:05', '2026-03-02T08:05:00'],
      ['2026-03-02T23:59:59', '2026-03-02T23:59:59'],
      ['2026-03-02 08:00:00.25', '2026-03-02T08:00:00.25'],
      ['2026年3月2日 8:05', '2026-03-02T08:05:00'],
      ['2026年03月08日14时05分09秒', '2026-03-08T14:05:09'],
      ['2026/3/2 下午 3:20', '2026-03-02T15:20:00'],
      ['2026-03-02 星期一 上午9:05', '2026-03-02T09:05:00'],
      ['2026-03-02 3:20:05 PM', '2026-03-02T15:20:05'],
    ],
    read: parseDateAndTime,
  },
  {
    name: 'day alone',
    examples: [['2026-03-02', '2026-03-02T00:00:00']],
    read: (text, order) => {
      const day = parseDate(text, order);
      return day && `${day}T00:00:00`;
    },
  },
  {
    name: 'iso with zone',
    examples: [
      ['2026-03-02T00:00:00Z', '2026-03-02T00:00:00Z'],
      ['2026-03-02T08:00:00.25+0800', '2026-03-02T08:00:00.25+08:00'],
      ['2026-03-02T08:00:00-05:00', '2026-03-02T08:00:00-05:00'],
      ['2026-03-08 09:15:00 -0500', '2026-03-08T09:15:00-05:00'],
      ['Tue, 03 Mar 2026 12:00:00 +0800', '2026-03-03T12:00:00+08:00'],
      ['Tue, 03 Mar 2026 04:00:00 GMT', '2026-03-03T04:00:00Z'],
    ],
    read: (text, order) => {
      const [, local, zone] = zoned.exec(text) ?? [];
      const instant = local && parseDateAndTime(local, order);
      return instant && zone && `${instant}${toIsoOffset(zone)}`;
    },
  },
  {
    name: 'year behind the zone',
    examples: [['Tue Mar 03 12:00:00 +0800 2026', '2026-03-03T12:00:00+08:00']],
    read: (text) => {
      const [, day, time, zone, year] = yearBehindZone.exec(text) ?? [];
      const instant = day && parseDateAndTime(`${day} ${year} ${time}`, 'ymd');
      return instant && zone && `${instant}${toIsoOffset(zone)}`;
    },
  },
];

/** The instant that a text writes, in ISO 8601; undefined when it writes none. `order`: of days with the year last. */
export function parseTimestamp(text: string, order: DateOrder): string | undefined {
  const bare = toHalfWidth(text);
  for (const { read } of timestampFormats) {
    const instant = read(bare, order);
    if (instant) return instant;
  }
  return undefined;
}

function parseDateAndTime(text: string, order: DateOrder): string | undefined {
  const match = timed.exec(text);
  return match ? joinInstant(parseDate(match[1]!, order), match.slice(2)) : undefined;
}

function joinInstant(date: string | undefined, clock: readonly (string | undefined)[]): string | undefined {
  const time = date && buildClock(clock);
  return time && `${date}T${time}`;
}

function toIsoOffset(offset: string): string {
  const shift = offset.replace(/^(?:GMT|UTC)(?=.)/i, '');
  if (/^(?:z|utc|gmt)$/i.test(shift)) return 'Z';
  return /^[+-]\d{4}$/.test(shift) ? `${shift.slice(0, 3)}:${shift.slice(3)}` : shift;
}

/** Whole seconds or milliseconds since 1970, from the seventies to 2096. */
export function parseEpoch(number: number): string | undefined {
  const millis = number < 1e11 ? number * 1000 : number;
  if (!Number.isInteger(number) || number < 1e8 || millis > 4e12) return undefined;
  return new Date(millis).toISOString();
}
