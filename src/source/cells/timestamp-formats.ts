import { type DateOrder, parseDate } from './date-formats.ts';
import { toHalfWidth } from './number-formats.ts';

interface TimestampFormat {
  name: string;
  examples: readonly (readonly [text: string, iso: string])[];
  read: (text: string, order: DateOrder) => string | undefined;
}

const timed = /^(.+?)[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)?$/i;
const zoned = /^(.*\d)\s*(Z|[+-]\d{2}:?\d{2})$/i;

/** Every way in which an instant may be written: a row is a form with examples, which are its tests. */
export const timestampFormats: readonly TimestampFormat[] = [
  {
    name: 'epoch seconds',
    examples: [['1772409600', '2026-03-02T00:00:00.000Z']],
    read: (text) => (/^\d{10}$/.test(text) ? parseEpoch(Number(text)) : undefined),
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
    ],
    read: (text, order) => {
      const [, local, zone] = zoned.exec(text) ?? [];
      const instant = local && parseDateAndTime(local, order);
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
  const date = match && parseDate(match[1]!, order);
  if (!date) return undefined;
  const [, , hour, minute, second = '00', fraction = ''] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${date}T${hour!.padStart(2, '0')}:${minute}:${second}${fraction}`;
}

function toIsoOffset(offset: string): string {
  if (/^z$/i.test(offset)) return 'Z';
  return /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
}

/** Whole seconds or milliseconds since 1970, from the seventies to 2096. */
export function parseEpoch(number: number): string | undefined {
  const millis = number < 1e11 ? number * 1000 : number;
  if (!Number.isInteger(number) || number < 1e8 || millis > 4e12) return undefined;
  return new Date(millis).toISOString();
}
