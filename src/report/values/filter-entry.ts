/** A value as a tag wants it: by other dimensions, for fewer days, under a condition more. */
import { isDay } from '../../base/calendar-days.ts';
import type { Place } from '../../base/place.ts';
import { enclose } from '../../metrics/sql/select.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Entry, MetricEntry } from '../../schema/metrics-file-schema.ts';
import { type ValueContext, ValueError } from './computed-value.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { resolvePeriod } from './rows/periods.ts';

/** What a tag may want of a value besides its name; days are ISO texts, inclusive. */
export interface ValueFilter {
  by?: string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  where?: string | undefined;
}

/** A filter and where it is written. */
export interface PlacedFilter {
  filter: ValueFilter;
  place: Place;
}

/** The entry with `by` put in the place of its own, and its days and conditions filtered further. Throws ValueError. */
export function filterEntry(
  named: NamedEntry,
  { filter, place }: PlacedFilter,
  calendar: Pick<ValueContext, 'period' | 'phases' | 'dataDate'>,
): { entry: Entry } {
  const { entry, name } = named;
  const { from, to } = filter;
  for (const day of [from, to]) {
    if (day !== undefined && !isDay(day))
      throw new ValueError(createProblem('bad-period', place, { found: day }));
  }
  if (entry.kind === 'formula') return { entry };
  if (entry.kind !== 'metric') throw new ValueError(createProblem('narrowed-sql', place, { name }));
  return { entry: { kind: 'metric', given: filterMetric(entry.given, filter, calendar, place) } };
}

function filterMetric(
  given: MetricEntry,
  { by, from, to, where }: ValueFilter,
  { period, phases = [], dataDate }: Pick<ValueContext, 'period' | 'phases' | 'dataDate'>,
  place: Place,
): MetricEntry {
  const calendar = { period, phases, dataDate };
  const own = given.during === undefined ? undefined : resolvePeriod(given.during, calendar, place);
  const during = own && `${own.from}..${own.to}`;
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
