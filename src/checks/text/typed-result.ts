import { createProblem } from '../../problems/catalog.ts';
import type { TextRule } from '../text-rule.ts';
import { findTypedResults, type PlacedResult } from '../typed/typed-results.ts';
import { formatValueTag } from '../typed/value-tag.ts';

/** So many places are told; the rest is counted. */
const shownPlaces = 20;

/** A result stands in the text as a value, not as a number typed by hand; told once a chapter. */
export const typedResult: TextRule = {
  title: { zh: '正文里的结果都引自数据', en: 'Results in the text are cited from the data' },
  why: {
    zh: '手写的数字不会随数据改变，也查不到出处。',
    en: 'A number typed by hand does not follow the data, and leads to no source.',
  },
  find(input) {
    return findTypedResults(input).flatMap(({ results }) => {
      const [first] = results;
      if (!first) return [];
      const shown = results.slice(0, shownPlaces).map(describeResult);
      return [createProblem('typed-result', first.place, { count: results.length, shown })];
    });
  },
};

function describeResult({ numeral, bindings, place }: PlacedResult) {
  const [best] = bindings;
  return {
    at: `${place.line}:${place.column}`,
    text: numeral.text.trim(),
    tag: best ? formatValueTag(best.ledger, numeral) : '',
  };
}
