import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { TextRule } from '../text-rule.ts';
import { findTypedResults, groupBySentence, type PlacedResult } from '../typed/typed-results.ts';
import { findWrongShares } from '../typed/wrong-shares.ts';

/** A share that stands beside its part and its whole is the one by the other. */
export const typedShare: TextRule = {
  title: { zh: '比率等于写出的人数之比', en: 'A share is its part by its whole' },
  why: {
    zh: '412 人里 19 人就是 4.6%，不可能是别的数。',
    en: 'Nineteen of 412 people are 4.6%; nothing else is possible.',
  },
  find(input) {
    return findTypedResults(input).flatMap(({ results }) => groupBySentence(results).flatMap(checkSentence));
  },
};

function checkSentence(results: readonly PlacedResult[]): Problem[] {
  return findWrongShares(results.map(({ numeral }) => numeral)).map(({ share, part, whole, truth }) => {
    const { place } = results.find(({ numeral }) => numeral === share)!;
    const params = { written: share.text.trim(), part: part.text.trim(), whole: whole.text.trim(), truth };
    return createProblem('typed-share', place, params);
  });
}
