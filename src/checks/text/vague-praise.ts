import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import { findVaguePraise } from '../claims/praise.ts';
import type { TextRule } from '../text-rule.ts';
import { findTypedResults } from '../typed/typed-results.ts';

/** Praise stands beside what bears it out. */
export const vaguePraise: TextRule = {
  title: { zh: '“效果显著”这样的话有数值作证', en: 'Praise is borne out by a value' },
  why: {
    zh: '没有数，读者不知道提升了多少，也无从核对。',
    en: 'Without a number no reader knows how much, or can check it.',
  },
  find(input) {
    const values = Object.values(input.book.values);
    return findTypedResults(input).flatMap(({ sentences }) =>
      sentences.flatMap((read): Problem[] => {
        const found = findVaguePraise(read, values);
        return found ? [createProblem('vague-praise', read.toPlace(found.at), found)] : [];
      }),
    );
  },
};
