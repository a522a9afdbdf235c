/**
 * The registered population beside all that were assigned (intention to treat: L. B. Sheiner & D. B. Rubin 1995, Clinical
 * Pharmacology & Therapeutics 57, 6–15): who comes may depend on the arm, who is assigned does not.
 */
import type { Bilingual } from '../../../base/language.ts';
import { MINUS } from '../../../base/number-format.ts';
import { type Row, toNumber } from '../../sql/observations.ts';
import { type Arm, compareRates, newcombeInterval } from '../../statistics/inference/two-proportions.ts';
import { type ComparedArms, findArmPair, toRateArm } from './compared-arms.ts';

export interface RateDifference {
  /** Variant minus control, a fraction. */
  difference: number;
  low: number;
  high: number;
  p: number | undefined;
  z: number | undefined;
  method: 'Wald' | 'Newcombe';
  n: number;
}

/** Normal with unpooled variance; that of Newcombe with fewer than 10 successes or failures in an arm. */
export function computeRateDifference(first: Arm, second: Arm, level: number): RateDifference | undefined {
  const found = compareRates(first, second, level);
  if (!found) return undefined;
  const few = [first, second].some(({ successes, n }) => Math.min(successes, n - successes) < 10);
  const { low, high } = (few ? newcombeInterval(first, second, level) : undefined) ?? found;
  const { difference, p, z } = found;
  return { difference, low, high, p, z, method: few ? 'Newcombe' : 'Wald', n: first.n + second.n };
}

/** All that were assigned to an arm; undefined where the table does not say. */
export function toAssignedArm(row: Row): Arm | undefined {
  const [n, successes] = [toNumber(row.assigned), toNumber(row.assigned_successes)];
  return n === null || successes === null ? undefined : { n, successes };
}

/** The difference by intention to treat; undefined where an arm does not say who was assigned. */
export function compareAssigned(
  rows: readonly Row[],
  params: ComparedArms,
  level: number,
): RateDifference | undefined {
  const arms = findArmPair(rows, params);
  const [first, second] = arms ? [toAssignedArm(arms.control), toAssignedArm(arms.variant)] : [];
  return first && second && computeRateDifference(first, second, level);
}

/** What a reader must know of the people counted; undefined where all that were assigned are. */
export function describePopulation(
  rows: readonly Row[],
  params: ComparedArms,
  { population, own, level }: { population: string; own: RateDifference; level: number },
): Bilingual | undefined {
  const all = compareAssigned(rows, params, level);
  const arms = findArmPair(rows, params);
  const narrowed = all && arms && all.n !== toRateArm(arms.control).n + toRateArm(arms.variant).n;
  if (!narrowed) {
    if (population === '' || all) return undefined;
    return {
      zh: `登记人群：${population}；表里没有 assigned 与 assigned_successes，做不了意向分析。`,
      en: `Registered population: ${population}; without assigned and assigned_successes there is no intention to treat.`,
    };
  }
  const agree = classifySide(own) === classifySide(all);
  const who = population === '' ? undefined : population;
  return {
    zh: `${who ? `登记人群（${who}）` : '计入的人'} ${own.n} 人：${formatDifference(own)}；意向分析（分到组的全部 ${all.n} 人）：${formatDifference(all)}。${agree ? '两者结论相同' : '两者结论不同，要一并写出'}。`,
    en: `${who ? `Registered population (${who})` : 'Those counted'}, ${own.n}: ${formatDifference(own)}; by intention to treat, all ${all.n} assigned: ${formatDifference(all)}. ${agree ? 'They agree' : 'They disagree: print both'}.`,
  };
}

function classifySide({ low, high }: RateDifference): -1 | 0 | 1 {
  return low > 0 ? 1 : high < 0 ? -1 : 0;
}

/** `+0.30 [−0.54, 1.14]`, in points. */
function formatDifference({ difference, low, high }: RateDifference): string {
  const show = (x: number) => (100 * x).toFixed(2).replace('-', MINUS);
  return `${difference > 0 ? '+' : ''}${show(difference)} [${show(low)}, ${show(high)}]`;
}
