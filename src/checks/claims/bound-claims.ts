import type { TextRuleInput } from '../text-rule.ts';
import { findTypedResults, type ReadSentence } from '../typed/typed-results.ts';
import { findAttainmentClaims } from './attainment-claims.ts';
import type { Claim } from './claim.ts';
import { findComparisonClaims } from './comparison-claims.ts';
import { findChangeClaims, findPathClaims } from './direction-claims.ts';
import { findExtremeClaims } from './extreme-claims.ts';
import { listToldLevels, listToldValues } from './told-values.ts';

/** What the sentences of a report say of the values that they cite, true or false, in the order of the text. */
export function findBoundClaims(input: Pick<TextRuleInput, 'source' | 'book'>): Claim[] {
  return findTypedResults(input).flatMap(({ sentences }) =>
    sentences.flatMap((read) => readClaims(read, input.book)),
  );
}

function readClaims(read: ReadSentence, book: TextRuleInput['book']): Claim[] {
  if (read.sentence.isQuoted || read.sentence.tags.length === 0) return [];
  const told = listToldValues(read, book);
  const levels = listToldLevels(told);
  return [
    ...findAttainmentClaims(read, told),
    ...findPathClaims(read, levels),
    ...findChangeClaims(read, told),
    ...findComparisonClaims(read, levels),
    ...findExtremeClaims(read, told),
  ];
}
