import type { BookValue } from '../../report/book.ts';
import { countDigits } from './bind-numeral.ts';
import type { ClassifiedNumeral } from './numerals/classify-numerals.ts';
import { isUnitOf } from './numerals/number-units.ts';

/** Between the name of a thing and its number. */
const link =
  /^(?:(?:人数|次数|数量?|总数|总量|总额|金额|指标)?\s*(?:一?共计?|合计|累计|总计)?\s*(?:仅|只|已)?(?:达到?了?|为|是|有|至|升至|降至|增至|跌至)?\s*(?:约|近|超过|突破)?|\s+(?:was|is|were|are|reached|came to|totall?ed|stood at|of|at)(?: about| nearly| over)?)?\s*[:：]?\s*$/i;

/** Another time than that of the value may be meant, wherever the sentence says so. */
const otherTime =
  /上学?期|上[周月]|去年|同期|基线|基期|期初|期末|起初|最初|第\s*[\d一二三四五六七八九十]+|\d+\s*[月周日天]|[一二三四五六七八九十]月|本[周月]|当[日天周月]|首[日周月]|单[日周月]|目标|预计|计划|若|如果|假如|行业|竞品|对手|week|month|last|first|before|after|target|plan|\bif\b/i;
/** Another part or statistic, where it stands right by. */
const otherPart =
  /其中|来自|来源|[里中]有|最[高低多少大小]|平均|[日周月人]均|每|由|从|增|减|升|降|提高|高[出于]|低[于出]|多[了出]|少[了于]|相差|之差|average|mean|from|by |more|less|than|\bup\b|down/i;

/**
 * The value that a sentence names right before a number that it is not, as far as it is beyond doubt: in the same unit, not
 * a number of its series, its goal or its interval, and no word that points at another time or part. Undefined: none.
 */
export function findContradicted(
  numeral: ClassifiedNumeral,
  values: readonly BookValue[],
): BookValue | undefined {
  const { form, clause, other } = numeral;
  if (
    other !== undefined ||
    (form !== 'digits' && form !== 'han') ||
    (numeral.near !== 'exact' && numeral.near !== 'about')
  )
    return undefined;
  if (countDigits(numeral) < 2) return undefined;
  const value = findNamed(clause.own, values);
  if (!value || value.value === null || !isUnitOf(numeral.unit, value.unit)) return undefined;
  if (numeral.unit === '' && value.unit !== '' && numeral.low < 100) return undefined;
  const ahead = (clause.earlier + clause.before).replaceAll(value.name, '');
  const near = ahead.replace(/^.*\d[^，。；、]*/s, '') + clause.after.replaceAll(value.name, '');
  if (otherTime.test(ahead + clause.after) || otherPart.test(near)) return undefined;
  if (value.points.some(({ label }) => clause.sentence.includes(label))) return undefined;
  return isShownBy(numeral, value) ? undefined : value;
}

/** Whether it is the value, or a number of its series, its goal, its interval or its parts. */
export function isShownBy(numeral: ClassifiedNumeral, value: BookValue): boolean {
  return listOwnNumbers(value).some((number) => isMeant(numeral, number));
}

/** The longest name that ends right before the number: 次周留存率, not 留存率. */
function findNamed(own: string, values: readonly BookValue[]): BookValue | undefined {
  let best: { value: BookValue; length: number } | undefined;
  for (const value of values) {
    for (const name of value.label === undefined ? [value.name] : [value.name, value.label]) {
      const at = own.lastIndexOf(name);
      if (at < 0 || name.length < 2 || !link.test(own.slice(at + name.length))) continue;
      // 非邀请新增用户 is not 新增用户.
      if (
        /[\p{Script=Han}A-Za-z]$/u.test(own.slice(0, at)) &&
        !/[的，、和与及期内中]\s*$|[A-Za-z] $/.test(own.slice(0, at))
      )
        continue;
      if (name.length > (best?.length ?? 0)) best = { value, length: name.length };
    }
  }
  return best?.value;
}

function listOwnNumbers({
  value,
  unit,
  points,
  target,
  baseline,
  interval,
  lineage,
  attainment,
}: BookValue): number[] {
  const shown = [value, target?.value, baseline?.value, interval?.low, interval?.high, attainment?.value];
  const parts = [lineage.numerator?.value, lineage.denominator?.value, lineage.rows];
  const members = points.flatMap((point) => [point.value, point.numerator, point.denominator, point.n]);
  const numbers = [...shown, ...parts, ...members].flatMap((number) =>
    number == null ? [] : [Math.abs(number)],
  );
  return unit === '' || unit === '倍' ? [...numbers, ...numbers.map((number) => number * 100)] : numbers;
}

/** Within half of its last digit; 1.2 万 for 12,480 and 4.8 for 4.81 are no mistakes. */
function isMeant({ least, most }: ClassifiedNumeral, number: number): boolean {
  const slack = 1e-9 * Math.max(1, number);
  return least - slack <= number && number <= most + slack;
}
