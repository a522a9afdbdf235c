import { formatPlace } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { TextRule } from '../text-rule.ts';
import { findContradicted } from '../typed/contradicted.ts';
import { findStaleNumbers } from '../typed/stale-numbers.ts';
import { findTypedResults } from '../typed/typed-results.ts';

/** Where a sentence names a value and tells a number, it is that of the data. */
export const typedContradiction: TextRule = {
  title: { zh: '正文写出的数值与数据一致', en: 'Values told in the text are those of the data' },
  why: {
    zh: '同一个指标在正文和数据里不能是两个数。',
    en: 'One measure cannot have two numbers, one in the text and one in the data.',
  },
  find(input) {
    const values = Object.values(input.book.values);
    // What was right before is told as that.
    const stale = new Set(findStaleNumbers(input, input.former ?? []).map(({ place }) => formatPlace(place)));
    return findTypedResults(input).flatMap(({ results }) =>
      results.flatMap(({ numeral, bindings, place }): Problem[] => {
        // The number of another value: that one is meant, under a name of its own.
        if (bindings.length > 0 || stale.has(formatPlace(place))) return [];
        const value = findContradicted(numeral, values);
        if (!value) return [];
        const params = { written: numeral.text.trim(), name: value.name, truth: value.text };
        return [createProblem('typed-contradiction', place, params)];
      }),
    );
  },
};
