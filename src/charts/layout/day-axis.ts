/** Days on an axis of numbers, so that no time zone of the machine can move them. */
import { getFirstDay, listGrainKeys, toDayNumber } from '../../base/calendar-days.ts';
import type { Language } from '../../base/language.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { thinLabels } from '../draw/labels.ts';
import { fontSizes } from '../theme.ts';

interface DayAxis {
  low: number;
  high: number;
  ticks: number[];
  labelExpr: string;
}

/** Around all `days`, ticked by weeks, or by months where weeks do not fit. */
export function buildDayAxis(days: readonly string[], width: number, language: Language): DayAxis {
  const sorted = days.toSorted();
  const [from = '', to = ''] = [sorted[0], sorted.at(-1)];
  const [low, high] = [toDayNumber(from), toDayNumber(to) + 1];
  const words = chartWords[language];
  const weeks = listGrainKeys('week', { from, to }).map((key) => getFirstDay('week', key));
  const byWeek = weeks.length * 48 <= width;
  const firsts = byWeek
    ? weeks
    : listGrainKeys('month', { from, to }).map((key) => getFirstDay('month', key));
  const marks = firsts.filter((day) => toDayNumber(day) >= low);
  const text = (day: string) =>
    byWeek ? words.dayOf(Number(day.slice(5, 7)), Number(day.slice(8))) : words.monthOf(day.slice(0, 7));
  const labels = marks.map(text);
  const kept = thinLabels(labels, (width / (high - low)) * (byWeek ? 7 : 28), fontSizes.small);
  const named = Object.fromEntries(kept.map((i) => [toDayNumber(marks[i]!), labels[i]!]));
  return {
    low,
    high,
    ticks: Object.keys(named).map(Number),
    labelExpr: `(${JSON.stringify(named)})[datum.value]`,
  };
}
