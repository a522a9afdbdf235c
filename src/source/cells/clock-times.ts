/** The time of a day as it is written: `8:05`, `23:59:59.25`, `下午 3:20`, `3:20 PM`, `14时05分09秒`. */
export const clockPattern =
  '(?:(凌晨|早上|上午|中午|下午|傍晚|晚上) ?)?(\\d{1,2})[:时](\\d{2})(?:(?:[:分](\\d{2})(\\.\\d{1,6})?)?[分秒]?)(?: ?([ap])\\.?m\\.?)?';

const afternoons = /^(?:下午|傍晚|晚上|p)$/i;
const noons = /^中午$/;

/** Its groups as `08:05:00`; undefined when no clock shows that. */
export function buildClock(groups: readonly (string | undefined)[]): string | undefined {
  const [word, hours = '', minutes = '', seconds = '00', fraction = '', half] = groups;
  const hour = resolveHour(Number(hours), word ?? half);
  if (hour === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}${fraction}`;
}

/** The hour from 0 to 23. `下午 15:20` is said twice and right; `上午 15:20` is wrong. */
function resolveHour(hour: number, part: string | undefined): number | undefined {
  if (hour > 23) return undefined;
  if (part === undefined) return hour;
  if (noons.test(part))
    return hour >= 11 && hour <= 14 ? hour : hour >= 1 && hour <= 2 ? hour + 12 : undefined;
  if (!afternoons.test(part)) return hour > 12 ? undefined : hour % 12;
  if (hour > 12) return hour;
  // 12:10 at night is said of both ends of the night.
  if (hour === 12) return /^(?:下午|p)$/i.test(part) ? 12 : undefined;
  return hour === 0 ? undefined : hour + 12;
}
