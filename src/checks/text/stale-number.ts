import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { TextRule } from '../text-rule.ts';
import { findStaleNumbers } from '../typed/stale-numbers.ts';
import { formatValueTag } from '../typed/value-tag.ts';

/** A number typed by hand that was right by an older build follows the data since. */
export const staleNumber: TextRule = {
  title: { zh: '数据改了，手写的数也跟着改了', en: 'Numbers typed by hand followed the data' },
  why: {
    zh: '手写的数停在上一次的数据上，和图、表、台账对不上。',
    en: 'A number typed by hand stays with the data of before, and differs from figures, tables and ledger.',
  },
  find({ former, ...input }) {
    if (!former) return [];
    return findStaleNumbers(input, former).map(({ place, numeral, name, now }): Problem => {
      const written = numeral.text.trim();
      const isValue = now !== undefined && now.form === undefined && now.member === undefined;
      const tag = now ? formatValueTag(now, numeral) : '';
      const truth = isValue ? now.value.text : '';
      return createProblem('stale-number', place, { written, name, truth, tag, isGone: now === undefined });
    });
  },
};
