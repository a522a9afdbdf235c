/** Days on an axis of numbers, so that no time zone of the machine can move them. */
import { firstDay, grainKeys, lengthOf } from '../base/calendar.ts';
import type { Language } from '../base/language.ts';
import { chartWords } from '../words/charts.ts';
import { thin } from './labels.ts';
import { type } from './theme.ts';

/** Days since 2000-01-01. */
export function dayNumber(day: string): number {
  const epoch = '2000-01-01';
  return day >= epoch ? lengthOf({ from: epoch, to: day }) - 1 : 1 - lengthOf({ from: day, to: epoch });
}

export interface DayAxis {
  low: number;
  high: number;
  ticks: number[];
  labelExpr: string;
}

/** Around all `days`, ticked by weeks, or by months where weeks do not fit. */
export function dayAxis(days: readonly string[], width: number, language: Language): DayAxis {
  const sorted = days.toSorted();
  const [from = '', to = ''] = [sorted[0], sorted.at(-1)];
  const [low, high] = [dayNumber(from), dayNumber(to) + 1];
  const words = chartWords[language];
  const weeks = grainKeys('week', { from, to }).map((key) => firstDay('week', key));
  const byWeek = weeks.length * 48 <= width;
  const firsts = byWeek ? weeks : grainKeys('month', { from, to }).map((key) => firstDay('month', key));
  const marks = firsts.filter((day) => dayNumber(day) >= low);
  const text = (day: string) =>
    byWeek ? words.dayOf(Number(day.slice(5, 7)), Number(day.slice(8))) : words.monthOf(day.slice(0, 7));
  const labels = marks.map(text);
  const kept = thin(labels, (width / (high - low)) * (byWeek ? 7 : 28), type.small);
  const named = Object.fromEntries(kept.map((i) => [dayNumber(marks[i]!), labels[i]!]));
  return {
    low,
    high,
    ticks: Object.keys(named).map(Number),
    labelExpr: `(${JSON.stringify(named)})[datum.value]`,
  };
}
