import { addDays, firstDay, grainKeys, isoWeek, type Period } from '../../base/calendar.ts';

export interface Week {
  /** `2026-W18`. */
  week: string;
  from: string;
  to: string;
}

/** The ISO weeks of a period on none of whose days something happened. */
export function emptyWeeks(period: Period, days: readonly string[]): Week[] {
  const kept = new Set(days.map(isoWeek));
  return grainKeys('week', period)
    .filter((week) => !kept.has(week))
    .map((week) => {
      const from = firstDay('week', week);
      return { week, from, to: addDays(from, 6) };
    });
}
