import { getFirstDay, listGrainKeys, toDayNumber, unitePeriods } from '../../base/calendar-days.ts';
import type { Course } from '../site-types.ts';

type Phase = Course['phases'][number];

/** Phases along the days of the course: where each begins and how long it is, in per cent, and where months begin. */
export function layPhases(phases: readonly Phase[]): {
  bars: (Phase & { left: number; width: number })[];
  months: { month: number; left: number }[];
} {
  const whole = unitePeriods(phases);
  if (!whole) return { bars: [], months: [] };
  const start = toDayNumber(whole.from);
  const toShare = (days: number) => Number(((days / (toDayNumber(whole.to) - start + 1)) * 100).toFixed(2));
  const bars = phases.map((phase) => ({
    ...phase,
    left: toShare(toDayNumber(phase.from) - start),
    width: toShare(toDayNumber(phase.to) - toDayNumber(phase.from) + 1),
  }));
  const months = listGrainKeys('month', whole)
    .map((key) => ({ month: Number(key.slice(5, 7)), day: getFirstDay('month', key) }))
    .filter(({ day }) => day > whole.from)
    .map(({ month, day }) => ({ month, left: toShare(toDayNumber(day) - start) }));
  return { bars, months };
}
