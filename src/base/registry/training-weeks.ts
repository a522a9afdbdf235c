/** The weeks of a training: the one in which it begins is the first, whatever day of the week that is. */
import { countDays, getFirstDay, isDay, type Period, toIsoWeek, unitePeriods } from '../calendar-days.ts';

/** A phase of the course, or whatever lasts from one day to another. */
export interface NamedPeriod extends Period {
  title: string;
}

/** Plain data, so that it can be part of a key. */
export interface TrainingWeeks {
  /** First and last day of the training. */
  period: Period;
  phases: NamedPeriod[];
}

/** Where a week lies, counted from 1: in the training, or away from its beginning or its end. */
export interface WeekNumber {
  where: 'during' | 'before' | 'after';
  number: number;
}

/**
 * The phases of the course say when the training was, where they meet the report's days; else these days say it: a report of
 * another term than the course is about has weeks of its own.
 */
export function buildTrainingWeeks(phases: readonly NamedPeriod[], report: Period): TrainingWeeks {
  const sound = phases.filter(({ from, to }) => isDay(from) && isDay(to) && from <= to);
  const period = unitePeriods(sound);
  const meets = period && period.from <= report.to && report.from <= period.to;
  return meets
    ? { period, phases: sound.map(({ title, ...days }) => ({ title, ...days })) }
    : { period: { from: report.from, to: report.to }, phases: [] };
}

/** The week of an ISO key: `2026-W10`. */
export function numberWeek(key: string, { period }: TrainingWeeks): WeekNumber {
  const first = toMonday(period.from);
  const last = toMonday(period.to);
  const monday = getFirstDay('week', key);
  if (monday < first) return { where: 'before', number: countWeeks(monday, first) };
  if (monday > last) return { where: 'after', number: countWeeks(last, monday) };
  return { where: 'during', number: countWeeks(first, monday) + 1 };
}

/** `2026-W10`, and nothing else. */
export function isWeekKey(text: string): boolean {
  return /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(text);
}

function toMonday(day: string): string {
  return getFirstDay('week', toIsoWeek(day));
}

function countWeeks(from: string, to: string): number {
  return (countDays({ from, to }) - 1) / 7;
}
