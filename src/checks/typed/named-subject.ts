import { countDigits, type Surroundings } from './bind-numeral.ts';
import type { LedgerValue } from './ledger-numbers.ts';
import { measureMention } from './mention.ts';
import type { ClassifiedNumeral } from './numerals/classify-numerals.ts';
import { isUnitOf } from './numerals/number-units.ts';
import type { OtherKind } from './numerals/other-kinds.ts';

/** Names of values that are a goal, a limit, a parameter themselves: a number said to be one may be theirs. */
const kindNames: Partial<Record<OtherKind, RegExp>> = {
  target: /目标|计划|预算|预期|goal|target|plan|budget/i,
  rule: /门槛|时限|上限|下限|限额|阈值|警戒|样本|中位|limit|threshold|sample/i,
  param: /样本|误报|功效|阈值|sample|power|threshold/i,
  team: /人数|成员|组员|members|people/i,
  order: /数$|^number/i,
};

const confidence = /^\s*(?:置信|CI\b|confidence|预测区间)/i;
const [named, alike] = [0.6, 0.28];

/**
 * Whether the clause tells of a value of the ledger by its name, whatever its number: 目标 4,200 人 is a result where the
 * ledger has 新增用户目标, rightly copied or not.
 */
export function isNamedByLedger(numeral: ClassifiedNumeral, { numbers }: Surroundings<LedgerValue>): boolean {
  const { other, clause, unit } = numeral;
  if (!other || confidence.test(clause.after)) return false;
  const ofKind = kindNames[other];
  const isLong = countDigits(numeral) > 1;
  if (!isLong && !ofKind) return false;
  return numbers.some(({ value, form, member }) => {
    if (form !== undefined || member !== undefined) return false;
    const isUnit = isUnitOf(unit, value.unit) && !(value.unit === '' && unit !== '');
    // In another unit only the very number: 目标 2,400 次 for 2,400 人.
    if (!isUnit && !(isLong && isNear(numeral, value.value))) return false;
    const names = value.label === undefined ? [value.name] : [value.name, value.label];
    const score = Math.max(...names.map((name) => measureMention(name, clause)));
    if (isUnit && isLong && score >= named) return true;
    return ofKind !== undefined && score >= alike && ofKind.test(value.name);
  });
}

function isNear({ least, most }: ClassifiedNumeral, number: number | null): boolean {
  return number !== null && least <= number && number <= most;
}
