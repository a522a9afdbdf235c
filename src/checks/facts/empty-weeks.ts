import { addDays, getFirstDay, listGrainKeys, type Period, toIsoWeek } from '../../base/calendar-days.ts';

interface Week {
  /** `2026-W18`. */
  week: string;
  from: string;
  to: string;
}

/** The ISO weeks of a period on none of whose days something happened. */
export function listEmptyWeeks(period: Period, days: readonly string[]): Week[] {
  const kept = new Set(days.map(toIsoWeek));
  return listGrainKeys('week', period)
    .filter((week) => !kept.has(week))
    .map((week) => {
      const from = getFirstDay('week', week);
      return { week, from, to: addDays(from, 6) };
    });
}
