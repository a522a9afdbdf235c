/**
 * How far a goal is reached. Text, tiles, figures, the ledger, tables and the metric `goal_attainment` all ask here,
 * so that no two of them can disagree.
 */

import { compareNumbers } from '../arithmetic/near-equality.ts';
import { formatNumber, NOT_AVAILABLE, type NumberStyle } from '../number-format.ts';
import type { Attainment, Outcome } from '../value-series.ts';

export interface Aim {
  actual: number | null;
  target: number | null;
  /** Which way is good; `none` is taken as `higher`. */
  direction: 'higher' | 'lower' | 'none';
}

/** Compares the two numbers themselves: it holds for targets of 0 and below, too. */
export function judgeOutcome({ actual, target, direction }: Aim): Outcome {
  if (actual === null || target === null) return 'open';
  const side = compareNumbers(actual, target);
  if (side === 0) return 'met';
  return side > 0 === (direction !== 'lower') ? 'exceeded' : 'missed';
}

export function isReached(outcome: Outcome): boolean {
  return outcome === 'exceeded' || outcome === 'met';
}

export function getOutcomeTone(outcome: Outcome): 'good' | 'bad' | 'even' {
  return outcome === 'open' ? 'even' : isReached(outcome) ? 'good' : 'bad';
}

/**
 * Actual ÷ target in per cent, target ÷ actual where lower is better, so that 100 and more is reached. Null where a
 * quotient says nothing: a target of 0 or below, an actual below 0, or 0 where lower is better.
 */
export function computeAttainment({ actual, target, direction }: Aim): number | null {
  if (!isComparable(actual, target)) return null;
  if (compareNumbers(actual!, target!) === 0) return 100;
  if (direction !== 'lower') return (actual! / target!) * 100;
  return actual === 0 ? null : (target! / actual!) * 100;
}

/** Whether one of the two says something as a share of the other. */
export function isComparable(actual: number | null, target: number | null): boolean {
  return actual !== null && target !== null && target > 0 && actual >= 0;
}

export function buildAttainment(aim: Aim, language: NumberStyle['language']): Attainment {
  const value = computeAttainment(aim);
  return { value, text: formatAttainment(value, { unit: '%', language }), outcome: judgeOutcome(aim) };
}

/** Whole per cent unless `style` has decimals, but never rounded to or across 100: `130%`, `99.9%`, `100.1%`. */
export function formatAttainment(value: number | null, style: NumberStyle): string {
  if (value === null) return NOT_AVAILABLE;
  const { digits = 0 } = style;
  const text = formatNumber(value, { ...style, digits });
  const off = Math.abs(value - 100);
  if (off < 1e-9 || parseDigits(text) !== 100) return text;
  const tenths = Math.max(1, Math.round(off * 10));
  if (digits === 0 && tenths < 10)
    return formatNumber(value < 100 ? 100 - tenths / 10 : 100 + tenths / 10, { ...style, digits: 1 });
  const beyond = (more: number) => parseDigits(formatNumber(value, { ...style, digits: more })) !== 100;
  const found = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((one) => one > digits && beyond(one));
  return found === undefined ? text : formatNumber(value, { ...style, digits: found });
}

function parseDigits(text: string): number {
  return Number(text.replace(/[^\d.]/g, ''));
}
