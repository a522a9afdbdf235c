import { isNearlyEqual } from '../../base/arithmetic/near-equality.ts';
import type { Period } from '../../base/calendar-days.ts';
import { isReached, judgeOutcome } from '../../base/conventions/attainment.ts';
import type { Language } from '../../base/language.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { formatDirectNumber, formatDirectText } from '../draw/direct-text.ts';
import type { ChartValue } from '../input.ts';
import { filterPresent, listGroups } from './chart-series.ts';

/** A target in a chart over time. `days`: it is set for these alone. */
export interface Level {
  value: number;
  text: string;
  days?: Period;
}

/** The target that the value as a whole is held against: none where it is set for other days. */
export function getOwnTarget({ target }: ChartValue): ChartValue['target'] {
  return target?.apart ? undefined : target;
}

/**
 * The target as a level in a chart over time, or undefined where the two cannot be compared.
 * A rate stands beside its periods as it is. A sum does not: its target is for the whole,
 * and what is drawn is the equal share of each period.
 */
export function findTargetLevel(value: ChartValue, language: Language): Level | undefined {
  const target = value.target?.value ?? null;
  if (target === null || value.target === undefined || value.value === null) return undefined;
  const words = chartWords[language];
  const numbers = filterPresent(value.points).map((point) => point.value);
  const plain = { value: target, text: words.targetIs(formatDirectText(value.target, value.unit, language)) };
  const days = value.target.apart?.goal;
  if (value.points.some((point) => point.denominator !== undefined))
    return { ...plain, ...(days && { days }) };
  if (days) return undefined;
  if (isTotal(value)) {
    if (numbers.length < 2 || listGroups(value).length > 1) return undefined;
    const share = target / numbers.length;
    const shown = formatDirectNumber(share, value.unit, language);
    return { value: share, text: words.targetEach(shown) };
  }
  const within = value.value >= Math.min(...numbers) && value.value <= Math.max(...numbers);
  return within ? plain : undefined;
}

/** Whether the periods add up to the whole. */
export function isTotal({ value, points }: ChartValue): boolean {
  if (value === null || points.some((point) => point.denominator !== undefined)) return false;
  const sum = filterPresent(points).reduce((total, point) => total + point.value, 0);
  return isNearlyEqual(sum, value);
}

/** What the parts add up to, none of them below zero; undefined where they do not. */
export function findWhole(value: ChartValue): number | undefined {
  const adds = isTotal(value) && value.points.every((point) => (point.value ?? 0) >= 0);
  return adds && value.value! > 0 ? value.value! : undefined;
}

/** Whether a value meets its target, by its direction; undefined when there is nothing to compare. */
export function isTargetMet({ value, target, direction }: ChartValue): boolean | undefined {
  if (value === null || (target?.value ?? null) === null || direction === 'none') return undefined;
  return isReached(judgeOutcome({ actual: value, target: target!.value, direction }));
}
