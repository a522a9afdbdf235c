/** The difference of two rates, judged as registered. */
import type { Bilingual } from '../../../base/language.ts';
import type { Solution } from '../../metric.ts';
import type { Row } from '../../sql/observations.ts';
import { compareRates } from '../../statistics/inference/two-proportions.ts';
import { type ComparedArms, findArmPair, sumSamples, toRateArm } from './compared-arms.ts';
import { computeRateDifference, describePopulation, type RateDifference } from './intention.ts';
import { formatPValue, joinNotes } from './judged-solution.ts';
import { findPopulation, judgeByRegistration } from './registration.ts';

/** Of the registered population, with all that were assigned told beside it. */
export function solveRateDifference(
  rows: readonly Row[],
  params: ComparedArms,
  found: readonly Row[],
): Solution {
  return solveJudgedRates(rows, params, found, (own, level) =>
    describePopulation(rows, params, { population: findPopulation(rows, found), own, level }),
  );
}

/** `describe`: what else a reader must know. */
export function solveJudgedRates(
  rows: readonly Row[],
  params: ComparedArms,
  found: readonly Row[],
  describe: (own: RateDifference, level: number) => Bilingual | undefined = () => undefined,
): Solution {
  const arms = findArmPair(rows, params);
  const [first, second] = arms ? [toRateArm(arms.control), toRateArm(arms.variant)] : [];
  const plain = first && second && compareRates(first, second);
  if (!plain) return { value: null, n: sumSamples(rows) };
  const judged = judgeByRegistration(rows, found, plain.p);
  const level = judged?.level ?? 0.95;
  const own = computeRateDifference(first, second, level)!;
  const note = joinNotes(describeTest(plain), judged?.note, describe(own, level));
  const { low, high } = own;
  return {
    value: 100 * own.difference,
    n: own.n,
    interval: { low: 100 * low, high: 100 * high, level, method: `${own.method}${judged?.method ?? ''}` },
    ...(note && { note }),
  };
}

function describeTest({ z, p }: { z: number | undefined; p: number | undefined }): Bilingual | undefined {
  if (z === undefined || p === undefined) return undefined;
  const [score, chance] = [`z = ${z.toFixed(2)}`, `p = ${formatPValue(p)}`];
  return { zh: `两比例 z 检验：${score}，${chance}。`, en: `Two-proportion z test: ${score}, ${chance}.` };
}
