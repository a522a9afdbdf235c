import type { TextRuleInput } from '../text-rule.ts';
import { findTypedResults, groupBySentence } from '../typed/typed-results.ts';
import { findWrongClaims } from '../typed/wrong-claims.ts';
import { findClaims } from './find-claims.ts';
import { findVaguePraise } from './praise.ts';

/** Claims of a report: `found` is the sum of the others. */
export interface ClaimCount {
  found: number;
  /** What is said of the numbers told, and so. */
  verified: number;
  /** Denied by the values cited or the numbers typed. */
  contradicted: number;
  /** Praise that nothing bears out. */
  undecided: number;
}

/** How many sentences of a report claim something, and what of that the data bear out. */
export function countClaims(input: Pick<TextRuleInput, 'source' | 'book'>): ClaimCount {
  const told = findClaims(input);
  const chapters = findTypedResults(input);
  const values = Object.values(input.book.values);
  const verified = told.filter(({ denied }) => denied === undefined).length;
  const typed = chapters.flatMap(({ results }) => groupBySentence(results).flatMap(findWrongClaims)).length;
  const undecided = chapters
    .flatMap(({ sentences }) => sentences)
    .filter((read) => findVaguePraise(read, values) !== undefined).length;
  const contradicted = told.length - verified + typed;
  return { found: verified + contradicted + undecided, verified, contradicted, undecided };
}
