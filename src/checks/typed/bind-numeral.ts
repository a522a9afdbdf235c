import type { BookValue } from '../../report/book.ts';
import { isTime, type LedgerNumber, type LedgerValue, toWrittenUnit } from './ledger-numbers.ts';
import { measureMention } from './mention.ts';
import type { ClassifiedNumeral } from './numerals/classify-numerals.ts';
import { isUnitOf } from './numerals/number-units.ts';

/** What a typed number stands for. */
export interface Binding<V extends LedgerValue = BookValue> {
  ledger: LedgerNumber<V>;
  /** How well it fits; above 0. */
  score: number;
}

/** What binding looks at. */
export interface Surroundings<V extends LedgerValue = BookValue> {
  numbers: readonly LedgerNumber<V>[];
  /** Names of the values that figures, tables and verdicts near by show. */
  near: ReadonlySet<string>;
}

/** Numbers of the ledger that the numeral may be, the likeliest first; empty where none is likely. */
export function bindNumeral<V extends LedgerValue>(
  numeral: ClassifiedNumeral,
  { numbers, near }: Surroundings<V>,
  least = getLeastScore(numeral),
): Binding<V>[] {
  const best = new Map<string, Binding<V>>();
  for (const ledger of numbers) {
    if (!isWithin(numeral, ledger)) continue;
    const score = scoreBinding(numeral, ledger, near);
    const { name } = ledger.value;
    if (score > (best.get(name)?.score ?? least)) best.set(name, { ledger, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

function isWithin(numeral: ClassifiedNumeral, ledger: LedgerNumber<LedgerValue>): boolean {
  if (numeral.low !== numeral.high) return isInterval(numeral, ledger);
  // Most are of another size: their unit need not be looked at.
  if (
    numeral.form !== 'multiple' &&
    !isTime(numeral.unit) &&
    !(numeral.least <= ledger.number * (1 + 1e-9) + 1e-9 && ledger.number * (1 - 1e-9) - 1e-9 <= numeral.most)
  )
    return false;
  const number = toWrittenUnit(ledger, numeral, isUnitOf);
  if (number === undefined) return false;
  const slack = 1e-9 * Math.max(1, Math.abs(number));
  return numeral.least - slack <= number && number <= numeral.most + slack;
}

/** 4.2%～5.5% is an interval where both ends are its own; no single number is meant by a range. */
function isInterval(
  { low, high, least, most, unit }: ClassifiedNumeral,
  { form, value, unit: own }: LedgerNumber<LedgerValue>,
): boolean {
  const { interval } = value;
  if (form !== 'interval' || !interval || !isUnitOf(unit, own)) return false;
  const slack = low - least + 1e-9;
  return Math.abs(interval.low - low) <= slack && Math.abs(interval.high - high) <= most - high + 1e-9;
}

/** The more digits, the less by chance: 5,164 needs no name beside it, 3 does. */
function getLeastScore(numeral: ClassifiedNumeral): number {
  const digits = countDigits(numeral);
  return digits >= 4 ? 0 : digits === 3 ? 0.1 : digits === 2 ? 0.25 : 0.45;
}

/** Digits that tell it from others: 3 of 4.81, 1 of 三成. */
export function countDigits({ low, text, near }: Pick<ClassifiedNumeral, 'low' | 'text' | 'near'>): number {
  const written = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replace(/[,.]/g, '').replace(/^0+/, '');
  const count = written?.length ?? String(Math.round(Math.abs(low))).replace(/0+$/, '').length;
  return near === 'exact' ? count : Math.min(count, 2);
}

/** Its name in the sentence above all; then what its form asks for, and what is shown near by. */
function scoreBinding(
  { clause, unit, low, hasSign }: ClassifiedNumeral,
  { value, form, member, unit: own, number }: LedgerNumber<LedgerValue>,
  near: ReadonlySet<string>,
): number {
  const named = measureValueMention(value, clause);
  const shown = near.has(value.name) ? 0.15 : 0;
  const same = unit === own && unit !== '' ? 0.15 : 0;
  const close = number === low ? 0.05 : 0;
  const signed = hasSign && /变化|增|差|提升|效应|同比|环比/.test(value.name) ? 0.1 : 0;
  // 各渠道获客成本 has the total of 获客成本: the one without members is meant, unless its members are weeks.
  const split = member === undefined && value.points.some(({ key }) => !/^\d{4}/.test(key)) ? -0.4 : 0;
  return named + split + shown + same + close + signed + scoreForm(form, member, clause.sentence);
}

function measureValueMention({ name, label }: LedgerValue, clause: ClassifiedNumeral['clause']): number {
  const texts = label === undefined ? [name] : [name, label];
  return Math.max(...texts.map((text) => measureMention(text, clause)));
}

/** Words that a form is told with. */
const formWords: Record<NonNullable<LedgerNumber['form']>, RegExp> = {
  percent: /./,
  size: /./,
  attainment: /目标|达成|完成|target|goal|attain/i,
  interval: /区间|～|interval|between/i,
  highest: /最|高|居首|领先|第一|峰|most|highest|best|peak/i,
  lowest: /最|低|垫底|少|least|lowest|worst/i,
};

function scoreForm(form: LedgerNumber['form'], member: string | undefined, sentence: string): number {
  const isNamed = member !== undefined && sentence.includes(member.replaceAll(' ', ''));
  if (member !== undefined)
    return (isNamed ? 0.2 : -0.4) + (form && formWords[form].test(sentence) ? 0.25 : -0.1);
  if (form === undefined) return 0.1;
  return formWords[form].test(sentence) ? (form === 'attainment' ? 0.15 : 0) : -0.5;
}
