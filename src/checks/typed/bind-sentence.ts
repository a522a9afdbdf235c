import type { BookValue } from '../../report/book.ts';
import { type Binding, bindNumeral, type Surroundings } from './bind-numeral.ts';
import type { LedgerValue } from './ledger-numbers.ts';
import { isNamedByLedger } from './named-subject.ts';
import type { ClassifiedNumeral } from './numerals/classify-numerals.ts';
import type { OtherKind } from './numerals/other-kinds.ts';

/** A result that was typed, and what it may be. */
export interface TypedResult<V extends LedgerValue = BookValue> {
  numeral: ClassifiedNumeral;
  /** The likeliest first; empty where nothing of the ledger fits. */
  bindings: readonly Binding<V>[];
}

/** What looks like something else is a result all the same where the ledger has it under this very name: 目标 2,400 人. */
const mayBeBound: Partial<Record<OtherKind, true>> = {
  target: true,
  rule: true,
  fact: true,
  time: true,
  team: true,
  order: true,
  param: true,
  definition: true,
};
const beyondDoubt = 0.6;

/** The results of a sentence with their bindings; one value is given to one number. `sure`: of what looks like something else. */
export function bindSentence<V extends LedgerValue>(
  numerals: readonly ClassifiedNumeral[],
  around: Surroundings<V>,
  sure = beyondDoubt,
): TypedResult<V>[] {
  const typed = numerals.flatMap((numeral) => {
    if (numeral.other && !(numeral.form === 'digits' && mayBeBound[numeral.other])) return [];
    const bindings = bindNumeral(numeral, around);
    const isResult =
      numeral.other === undefined || (bindings[0]?.score ?? 0) >= sure || isNamedByLedger(numeral, around);
    return isResult ? [{ numeral, bindings }] : [];
  });
  shareOut(typed);
  return typed;
}

/** Two numbers are hardly the same value: it goes to the one that it fits best. */
function shareOut<V extends LedgerValue>(typed: TypedResult<V>[]): void {
  const given = new Map<string, string>();
  const getBest = ({ bindings }: TypedResult<V>) => bindings[0]?.score ?? 0;
  for (const one of typed.toSorted((a, b) => getBest(b) - getBest(a))) {
    const { text } = one.numeral;
    const free = one.bindings.filter(({ ledger: { value, member, form } }) => {
      const other = given.get(`${value.name} ${form} ${member}`);
      return other === undefined || other === text;
    });
    const [first] = free;
    one.bindings = free;
    if (first) given.set(`${first.ledger.value.name} ${first.ledger.form} ${first.ledger.member}`, text);
  }
}
