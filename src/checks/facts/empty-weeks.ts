import { addDays, getFirstDay, listGrainKeys, type Period, toIsoWeek } from '../../base/calendar-days.ts';
import type { Bilingual } from '../../base/language.ts';
import type { TrainingWeeks } from '../../base/registry/training-weeks.ts';
import { formatWeekName } from '../../words/week-names.ts';

interface Week {
  /** `2026-W18`. */
  week: string;
  from: string;
  to: string;
}

/** As reports call it, so that a problem speaks of the week that axes show. */
export function nameWeek(week: string, training: TrainingWeeks): Bilingual {
  return { zh: formatWeekName(week, training, 'zh'), en: formatWeekName(week, training, 'en') };
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
