import { createProblem } from '../../problems/catalog.ts';
import type { TextRule } from '../text-rule.ts';
import { findUnusedAllowances } from '../typed/typed-results.ts';

/** What the front matter allows to be typed is there. */
export const typedUnused: TextRule = {
  title: { zh: '允许手写的原话都在正文里', en: 'What is allowed to be typed is in the text' },
  why: {
    zh: '正文改过之后留下的许可，会放过以后写错的数。',
    en: 'An allowance that outlives its sentence lets later mistakes pass.',
  },
  find(input) {
    return findUnusedAllowances(input).map(({ text, place }) =>
      createProblem('typed-unused', place, { text }),
    );
  },
};
