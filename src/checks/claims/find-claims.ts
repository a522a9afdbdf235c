import type { TextRuleInput } from '../text-rule.ts';
import { findTypedResults, type ReadSentence } from '../typed/typed-results.ts';
import { findAttainmentClaims } from './attainment-claims.ts';
import type { Claim } from './claim.ts';
import { findComparisonClaims } from './comparison-claims.ts';
import { findChangeClaims, findPathClaims } from './direction-claims.ts';
import { findExtremeClaims } from './extreme-claims.ts';
import { listNamedValues, listToldNumbers, listToldValues } from './told-values.ts';

/** What the sentences of a report say of the numbers that they tell, true or false, in the order of the text. */
export function findClaims(input: Pick<TextRuleInput, 'source' | 'book'>): Claim[] {
  return findTypedResults(input).flatMap(({ sentences }) =>
    sentences.flatMap((read) => readClaims(read, input.book)),
  );
}

function readClaims(read: ReadSentence, book: TextRuleInput['book']): Claim[] {
  if (read.sentence.isQuoted) return [];
  const told = listToldValues(read, book);
  const numbers = listToldNumbers(read, told);
  return [
    ...findAttainmentClaims(read, told),
    ...findAttainmentClaims(read, listNamedValues(read, book)),
    ...findPathClaims(read, numbers),
    ...findChangeClaims(read, told),
    ...findComparisonClaims(read, numbers),
    ...findExtremeClaims(read, told),
  ];
}
