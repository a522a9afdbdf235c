import type { Point } from '../../base/value-series.ts';
import type { Book, BookValue } from '../../report/book.ts';
import type { Numeral } from './numerals/numeral.ts';

/** What of a value its numbers are taken from; that of an older build has no more. */
export interface LedgerValue {
  name: string;
  label?: string | undefined;
  value: number | null;
  unit: string;
  points: readonly Pick<Point, 'key' | 'label' | 'group' | 'value'>[];
  interval?: { low: number; high: number } | undefined;
  attainment?: { value: number | null } | undefined;
}

/** A number that the ledger can show, and the tag that shows it. */
export interface LedgerNumber<V extends LedgerValue = BookValue> {
  value: V;
  number: number;
  unit: string;
  /** `as` of the tag; undefined where it is the value itself. */
  form?: 'percent' | 'attainment' | 'size' | 'interval' | 'highest' | 'lowest';
  /** Label of the member of a series, which has no tag of its own. */
  member?: string;
}

/** Every number of every value: itself, its other forms, the ends of its interval, the members of its series. */
export function listLedgerNumbers({ values }: Book): LedgerNumber[] {
  return Object.values(values).flatMap((value) => listOwnNumbers(value));
}

export function listOwnNumbers<V extends LedgerValue>(value: V): LedgerNumber<V>[] {
  const { unit, attainment, interval, points } = value;
  const numbers: LedgerNumber<V>[] = [];
  const add = (number: number | null | undefined, more: Partial<LedgerNumber<V>> = {}) => {
    if (number !== null && number !== undefined) numbers.push({ value, number, unit, ...more });
  };
  add(value.value);
  if (value.value !== null && value.value < 0) add(-value.value, { form: 'size' });
  if (value.value !== null && (unit === '' || unit === '倍'))
    add(value.value * 100, { unit: '%', form: 'percent' });
  add(attainment?.value, { unit: '%', form: 'attainment' });
  for (const end of interval ? [interval.low, interval.high] : []) add(end, { form: 'interval' });
  const known = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const [most, least] = [Math.max(...known), Math.min(...known)];
  for (const { value: number, label, group } of points) {
    const form = number === most ? 'highest' : number === least ? 'lowest' : undefined;
    add(number, { member: group === undefined ? label : `${label} ${group}`, ...(form && { form }) });
  }
  return numbers;
}

const seconds: Record<string, number> = { 秒: 1, 分钟: 60, 小时: 3600, 天: 86_400 };

export function isTime(unit: string): boolean {
  return unit in seconds;
}

/** What the number would be in the unit that was written; undefined where the units do not go together. */
export function toWrittenUnit(
  { number, unit, value }: LedgerNumber<LedgerValue>,
  numeral: Numeral,
  isUnitOf: (written: string, unit: string) => boolean,
): number | undefined {
  if (isUnitOf(numeral.unit, unit)) return number;
  const [from, to] = [seconds[unit], seconds[numeral.unit]];
  if (from !== undefined && to !== undefined) return (number * from) / to;
  // 翻番: twice as much is a change of 100 %.
  if (numeral.form === 'multiple' && unit === '%' && /增|变化|同比|环比|change|growth/i.test(value.name))
    return 1 + number / 100;
  if (numeral.form === 'ratio' && (unit === '' || unit === '倍')) return number;
  return undefined;
}
