import { isDay, type Period } from '../base/calendar.ts';
import type { Place } from '../base/place.ts';
import { enclose } from '../metrics/select.ts';
import { problem } from '../problems/problem.ts';
import type { Entry, MetricEntry } from '../schema/metrics-file.ts';
import { Fault } from './fault.ts';
import type { NamedEntry } from './metrics-file.ts';

/** What a tag may ask of a value besides its name; days are ISO texts, inclusive. */
export interface Narrowing {
  by?: string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  where?: string | undefined;
}

/** A value asked for less than its entry says; `place` is where that was asked. */
export interface Narrower {
  narrowing: Narrowing;
  place: Place;
}

/** The entry with `by` put in the place of its own, and its days and conditions made narrower; `report` are the report's days. Throws Fault. */
export function narrowEntry(
  named: NamedEntry,
  { narrowing, place }: Narrower,
  report: Period,
): { entry: Entry } {
  const { entry, name } = named;
  const { from, to } = narrowing;
  for (const day of [from, to]) {
    if (day !== undefined && !isDay(day)) throw new Fault(problem('bad-period', place, { found: day }));
  }
  if (entry.kind === 'formula') return { entry };
  if (entry.kind !== 'metric') throw new Fault(problem('narrowed-sql', place, { name }));
  return { entry: { kind: 'metric', given: narrowMetric(entry.given, narrowing, report) } };
}

function narrowMetric(given: MetricEntry, { by, from, to, where }: Narrowing, report: Period): MetricEntry {
  const during = given.during === 'report' ? `${report.from}..${report.to}` : given.during;
  const conditions = [given.where, where].filter((condition) => condition !== undefined);
  return {
    ...given,
    ...(by && { by }),
    ...(conditions.length > 0 && { where: conditions.map(enclose).join(' AND ') }),
    ...((from !== undefined || to !== undefined) && { during: days(during, from, to) }),
  };
}

/** Open ends are far away: no data lie before 0001 or after 9999. */
function days(during: string | undefined, from = '0001-01-01', to = '9999-12-31'): string {
  const [first, last = first] = during?.split('..').map((day) => day.trim()) ?? [];
  if (!first || !last || !isDay(first)) return `${from}..${to}`;
  return `${first > from ? first : from}..${last < to ? last : to}`;
}
