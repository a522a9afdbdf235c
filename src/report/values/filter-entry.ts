import { isDay, type Period } from '../../base/calendar-days.ts';
import type { Place } from '../../base/place.ts';
import { enclose } from '../../metrics/sql/select.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Entry, MetricEntry } from '../../schema/metrics-file-schema.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { ValueError } from './value-error.ts';

/** What a tag may ask of a value besides its name; days are ISO texts, inclusive. */
export interface ValueFilter {
  by?: string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  where?: string | undefined;
}

/** A value asked for less than its entry says; `place` is where that was asked. */
export interface PlacedFilter {
  narrowing: ValueFilter;
  place: Place;
}

/** The entry with `by` put in the place of its own, and its days and conditions made narrower; `report` are the report's days. Throws Fault. */
export function filterEntry(
  named: NamedEntry,
  { narrowing, place }: PlacedFilter,
  report: Period,
): { entry: Entry } {
  const { entry, name } = named;
  const { from, to } = narrowing;
  for (const day of [from, to]) {
    if (day !== undefined && !isDay(day))
      throw new ValueError(createProblem('bad-period', place, { found: day }));
  }
  if (entry.kind === 'formula') return { entry };
  if (entry.kind !== 'metric') throw new ValueError(createProblem('narrowed-sql', place, { name }));
  return { entry: { kind: 'metric', given: filterMetric(entry.given, narrowing, report) } };
}

function filterMetric(given: MetricEntry, { by, from, to, where }: ValueFilter, report: Period): MetricEntry {
  const during = given.during === 'report' ? `${report.from}..${report.to}` : given.during;
  const conditions = [given.where, where].filter((condition) => condition !== undefined);
  return {
    ...given,
    ...(by && { by }),
    ...(conditions.length > 0 && { where: conditions.map(enclose).join(' AND ') }),
    ...((from !== undefined || to !== undefined) && { during: intersectDays(during, from, to) }),
  };
}

/** Open ends are far away: no data lie before 0001 or after 9999. */
function intersectDays(during: string | undefined, from = '0001-01-01', to = '9999-12-31'): string {
  const [first, last = first] = during?.split('..').map((day) => day.trim()) ?? [];
  if (!first || !last || !isDay(first)) return `${from}..${to}`;
  return `${first > from ? first : from}..${last < to ? last : to}`;
}
