/** Writes instants as ISO 8601 texts of one time zone: `2026-03-02T08:00:00+08:00`. */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  /** `zone` is an IANA name; throws RangeError for another. */
  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  }

  /** `micros` since 1970 in UTC. */
  formatInstant(micros: bigint): string {
    const millis = Number(micros / 1000n);
    const minutes = this.#findOffset(millis);
    const sign = minutes < 0 ? '-' : '+';
    const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    const local = formatLocalTime(micros + BigInt(minutes) * 60_000_000n);
    return `${local}${sign}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
  }

  /** Offsets change on quarter hours at the earliest, so one look-up serves fifteen minutes. */
  #findOffset(millis: number): number {
    const quarter = Math.floor(millis / 900_000);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const name = this.#format.formatToParts(millis).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
    const offset = hours ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
    this.#offsets.set(quarter, offset);
    return offset;
  }
}

/** A local time without zone: `2026-03-02T08:00:00`, with a fraction when there is one. */
export function formatLocalTime(micros: bigint): string {
  const remainder = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const whole = new Date(Number((micros - remainder) / 1000n)).toISOString().slice(0, 19);
  return remainder === 0n ? whole : `${whole}.${String(remainder).padStart(6, '0').replace(/0+$/, '')}`;
}

/** Seconds that a zone is ahead of UTC in every month from 1992 to 2037; undefined when its clocks are moved. */
export function findSteadyOffset(zone: string): number | undefined {
  const clock = new ZoneClock(zone);
  const offsets = new Set<string>();
  for (let month = 0; month < 46 * 12; month++) {
    offsets.add(clock.formatInstant(BigInt(Date.UTC(1991, 11 + month, 15)) * 1000n).slice(19));
  }
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec([...offsets][0] ?? '') ?? [];
  if (offsets.size !== 1 || !hours) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
