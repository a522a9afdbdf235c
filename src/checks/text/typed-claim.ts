import type { Place } from '../../base/place.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { DeniedBound } from '../../problems/texts/denied-bound.ts';
import { findClaims } from '../claims/find-claims.ts';
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
    const claims = findClaims(input).filter(({ denied, isTyped }) => denied && isTyped);
    const told = claims.flatMap(({ place, said, denied }) =>
      denied ? [createProblem('typed-claim', place, { said, denied })] : [],
    );
    // Words that stand further off are read too, where they were not told already.
    const goals = new Set(claims.map(({ place, denied }) => toGoal(place, denied)));
    const others = findTypedResults(input).flatMap(({ results }) =>
      groupBySentence(results)
        .flatMap(findWrongClaims)
        .filter(({ at, denied }) => denied.by !== 'goal' || !goals.has(toGoal(at.place, denied)))
        .map(({ at, said, denied }) => createProblem('typed-claim', at.place, { said, denied })),
    );
    return [...told, ...others];
  },
};

function toGoal({ file, line }: Place, denied: DeniedBound | undefined): string {
  return denied?.by === 'goal' ? `${file}:${line} ${denied.name}` : '';
}
