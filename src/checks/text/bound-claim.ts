import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import { findClaims } from '../claims/find-claims.ts';
import type { TextRule } from '../text-rule.ts';

/** The words around a cited value say what the value is, also after the data have changed. */
export const boundClaim: TextRule = {
  title: { zh: '引用的数值旁边的话与数值相符', en: 'The words around a cited value say what it is' },
  why: {
    zh: '数值会随数据改变，旁边手写的“超额完成”“升至”“高于”不会。',
    en: 'A cited value follows the data; “exceeded”, “rose to” and “higher than” beside it do not.',
  },
  find(input) {
    return findClaims(input).flatMap(({ place, said, denied, isTyped }): Problem[] =>
      denied && !isTyped ? [createProblem('bound-claim', place, { said, denied })] : [],
    );
  },
};
