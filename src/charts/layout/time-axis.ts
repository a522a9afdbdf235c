/** Axes of time: periods, one place each, and days or rows as numbers. */
import { getFirstDay, listGrainKeys, toDayNumber } from '../../base/calendar-days.ts';
import type { Language } from '../../base/language.ts';
import { isWeekKey, type TrainingWeeks } from '../../base/registry/training-weeks.ts';
import type { Point } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { formatMonth, formatWeekTick, getWeekHead } from '../../words/week-names.ts';
import { measureColumn, thinLabels } from '../draw/labels.ts';
import { measureText } from '../draw/measure-text.ts';
import { fontSizes } from '../theme.ts';

/** How weeks are counted, where that is known. */
export interface WeekAxis {
  training?: TrainingWeeks | undefined;
  language: Language;
  /** Whether months stand under the weeks; of panels below one another only the last needs them. */
  months?: boolean;
}

type Period = Pick<Point, 'key' | 'label'>;

/**
 * Labels of periods `slot` pixels apart, thinned to those that fit: the keys that carry one, and the Vega expression
 * of their texts. Weeks are numbered, with the months under them.
 */
export function buildPeriodLabels(
  points: readonly Period[],
  slot: number,
  { training, language, months = true }: WeekAxis,
): { values: string[]; labelExpr: string } {
  if (training && points.every(({ key }) => isWeekKey(key)))
    return buildWeekLabels(points, slot, { training, language, months });
  const texts = points.map((point) => point.label);
  const shown = thinLabels(texts, slot, fontSizes.small);
  const named = Object.fromEntries(shown.map((i) => [points[i]!.key, points[i]!.label]));
  return { values: Object.keys(named), labelExpr: `(${JSON.stringify(named)})[datum.value]` };
}

/** `第 1 周  2  3 …`, and `3 月` under the first of a month. */
function buildWeekLabels(
  points: readonly Period[],
  slot: number,
  { training, language, months: isUnder }: Required<WeekAxis> & { training: TrainingWeeks },
): { values: string[]; labelExpr: string } {
  const texts = points.map(({ key }) => formatWeekTick(key, training, language));
  const months = points.map(({ key }) => getFirstDay('week', key).slice(0, 7));
  const under = months.map((month, i) => (month === months[i - 1] ? '' : formatMonth(month, language)));
  const head = getWeekHead(texts[0] ?? '', language);
  // What stands first is longer than the numbers after it, which make room for it.
  const reach = measureText(head, fontSizes.small) / 2 + 6;
  const shown = thinLabels(texts, slot, fontSizes.small, 8).filter(
    (i) => i === 0 || i * slot - measureText(texts[i]!, fontSizes.small) / 2 > reach,
  );
  const named: Record<string, string[]> = {};
  for (const i of shown) named[points[i]!.key] = [i === 0 ? head : texts[i]!];
  let end = Number.NEGATIVE_INFINITY;
  under.forEach((text, i) => {
    const half = measureText(text, fontSizes.small) / 2;
    if (!isUnder || text === '' || i * slot - half < end + 8) return;
    end = i * slot + half;
    const { key } = points[i]!;
    named[key] = [named[key]?.[0] ?? '', text];
  });
  const values = points.flatMap(({ key }) => (key in named ? [key] : []));
  return { values, labelExpr: `(${JSON.stringify(named)})[datum.value]` };
}

/**
 * The axis of periods in a plot of `width` pixels: one place each, missing ones too. `kind`: points for lines and
 * areas, bands for columns.
 */
export function buildPeriodScale(
  points: readonly Point[],
  width: number,
  weeks: WeekAxis,
  kind: 'point' | 'band' = 'point',
) {
  const padding = kind === 'point' ? { padding: 0.15 } : { paddingInner: 0.24, paddingOuter: 0.12 };
  const slot = width / Math.max(1, points.length - (kind === 'point' ? 0.7 : 0));
  return {
    field: 'key',
    type: 'ordinal',
    scale: { type: kind, domain: points.map((point) => point.key), ...padding },
    axis: { title: null, domain: true, ...buildPeriodLabels(points, slot, weeks) },
  };
}

interface NumericAxis {
  low: number;
  high: number;
  ticks: number[];
  labelExpr: string;
}

/** Days as numbers, so that no time zone of the machine can move them: around all `days`, ticked by weeks, or by months where weeks do not fit. */
export function buildDayAxis(days: readonly string[], width: number, language: Language): NumericAxis {
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

/** Rows one after the other, the first at 0; their labels thinned to those that fit. */
export function buildRowAxis(labels: readonly string[], width: number): NumericAxis {
  const step = width / Math.max(1, labels.length - 1);
  // The first label stands right of its tick, and the last would leave the canvas.
  const widest = measureColumn(labels, fontSizes.small);
  const kept = thinLabels(labels, step, fontSizes.small, widest / 2 + 12).filter(
    (i) => i === 0 || i * step <= width - widest / 2,
  );
  return {
    low: 0,
    high: Math.max(1, labels.length - 1),
    ticks: kept,
    labelExpr: `(${JSON.stringify(Object.fromEntries(kept.map((i) => [i, labels[i]])))})[datum.value]`,
  };
}
