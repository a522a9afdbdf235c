import { createProblem } from '../../problems/catalog.ts';
import type { TextRule } from '../text-rule.ts';
import { findTypedResults, groupBySentence } from '../typed/typed-results.ts';
import { findWrongClaims } from '../typed/wrong-claims.ts';

/** What a sentence claims of the numbers it tells is so: they rise, they add up, the goal is reached. */
export const typedClaim: TextRule = {
  title: { zh: '正文的说法与写出的数一致', en: 'What the text claims is what its numbers say' },
  why: {
    zh: '由 4.8% 不会“升至” 2.5%，没到目标就不是“超额完成”。',
    en: 'Nothing rises from 4.8% to 2.5%, and a goal that was missed was not exceeded.',
  },
  find(input) {
    return findTypedResults(input).flatMap(({ results }) =>
      groupBySentence(results)
        .flatMap(findWrongClaims)
        .map(({ at, said, denied }) => createProblem('typed-claim', at.place, { said, denied })),
    );
  },
};
