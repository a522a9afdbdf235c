import type { Place } from '../../base/place.ts';
import type { BookValue } from '../../report/book.ts';
import type { TextRuleInput } from '../text-rule.ts';
import { type Binding, bindNumeral, countDigits } from './bind-numeral.ts';
import type { FormerValue } from './former-values.ts';
import { type LedgerNumber, type LedgerValue, listOwnNumbers, toWrittenUnit } from './ledger-numbers.ts';
import type { ClassifiedNumeral } from './numerals/classify-numerals.ts';
import { isUnitOf } from './numerals/number-units.ts';
import { bindChapters, findTypedResults } from './typed-results.ts';

/** A number in the text that was right by an older build, and is not by this one. */
export interface StaleNumber {
  place: Place;
  numeral: ClassifiedNumeral;
  /** Name of the value, and what it is now; undefined: there is no such value any more. */
  name: string;
  now: LedgerNumber | undefined;
}

const none: ReadonlySet<string> = new Set();
/** So well it must fit at least; a lone digit better, and what looks like a goal or a rule. */
const [likely, likelyDigit, likelyOther] = [0.2, 0.35, 0.5];
/** So much better the other reading must fit. */
const clearly = 0.1;

/** Numbers typed in the text that `former` has under a value which is another number now, in the order of the text. */
export function findStaleNumbers(
  input: Pick<TextRuleInput, 'source' | 'book'>,
  former: readonly FormerValue[],
): StaleNumber[] {
  const changed = new Set(
    former.filter((value) => isChanged(value, input.book.values)).map(({ name }) => name),
  );
  if (changed.size === 0) return [];
  const present = new Map(
    findTypedResults(input).flatMap(({ results }) =>
      results.map((result) => [toKey(result.place), result.bindings] as const),
    ),
  );
  const numbers = former.flatMap((value) => listOwnNumbers(value));
  const ofChanged = numbers.filter(({ value }) => changed.has(value.name));
  return bindChapters(input, numbers, { sure: likelyOther }).flatMap(({ results }) =>
    results.flatMap(({ numeral, bindings, place }): StaleNumber[] => {
      // What fits nothing well may fit what has changed.
      const all =
        bindings.length > 0
          ? bindings
          : bindNumeral(
              numeral,
              { numbers: ofChanged, near: none },
              countDigits(numeral) > 1 ? likely : likelyDigit,
            );
      const then = findStale(numeral, all, input.book.values);
      if (!then || isOtherwiseMeant(then, bindings, present.get(toKey(place)) ?? [])) return [];
      const { name } = then.ledger.value;
      return [{ place, numeral, name, now: findSame(then.ledger, input.book.values) }];
    }),
  );
}

const toKey = ({ file, line, column }: Place) => `${file}:${line}:${column}`;

function isChanged(former: FormerValue, values: Record<string, BookValue>): boolean {
  const now = values[former.name];
  return now === undefined || JSON.stringify(pickNumbers(now)) !== JSON.stringify(pickNumbers(former));
}

function pickNumbers(value: LedgerValue) {
  return listOwnNumbers(value).map(({ number, form, member }) => [number, form, member]);
}

/** The likeliest reading by the older ledger, where the number is no longer that. */
function findStale(
  numeral: ClassifiedNumeral,
  [best]: readonly Binding<FormerValue>[],
  values: Record<string, BookValue>,
): Binding<FormerValue> | undefined {
  if (!best) return undefined;
  const now = findSame(best.ledger, values);
  return now && isStill(numeral, now) ? undefined : best;
}

/** Of the same value the same form, or the same member. */
function findSame(
  { value: { name }, form, member }: LedgerNumber<FormerValue>,
  values: Record<string, BookValue>,
): LedgerNumber | undefined {
  const value = values[name];
  if (!value) return undefined;
  const isExtreme = form === 'highest' || form === 'lowest';
  return listOwnNumbers(value).find(
    (one) => one.form === form && (one.member === member || (isExtreme && member === undefined)),
  );
}

function isStill(numeral: ClassifiedNumeral, now: LedgerNumber): boolean {
  if (numeral.low !== numeral.high) {
    const { interval } = now.value;
    return (
      !!interval && isAt(numeral.low, interval.low, numeral) && isAt(numeral.high, interval.high, numeral)
    );
  }
  const number = toWrittenUnit(now, numeral, isUnitOf);
  if (number === undefined) return false;
  const slack = 1e-9 * Math.max(1, Math.abs(number));
  return numeral.least - slack <= number && number <= numeral.most + slack;
}

function isAt(written: number, number: number, { low, least, high, most }: ClassifiedNumeral): boolean {
  return Math.abs(written - number) <= Math.max(low - least, most - high) + 1e-9;
}

/** The author has put the new number there, or meant another value that still has it. */
function isOtherwiseMeant(
  then: Binding<FormerValue>,
  before: readonly Binding<FormerValue>[],
  [now]: readonly Binding[],
): boolean {
  if (!now) return false;
  const wasKnown = before.some(({ ledger: { value, form, member } }) => {
    const { ledger } = now;
    return value.name === ledger.value.name && form === ledger.form && member === ledger.member;
  });
  return now.score >= then.score - (wasKnown ? 0 : -clearly);
}
