import type { ClassifiedNumeral } from './numerals/classify-numerals.ts';

interface WrongShare {
  share: ClassifiedNumeral;
  part: ClassifiedNumeral;
  whole: ClassifiedNumeral;
  /** What it would be, with as many decimals: `4.6%`. */
  truth: string;
}

/**
 * 412 人中 19 人付款，占 6.4%: three numbers that follow each other, joined by words that leave no doubt which is the part
 * of which. A share that is k / n within its digits is right.
 */
export function findWrongShares(numerals: readonly ClassifiedNumeral[]): WrongShare[] {
  return numerals.flatMap((share, at) => {
    const [first, second] = [numerals[at - 2], numerals[at - 1]];
    if (!first || !second || share.unit !== '%' || !isCount(first) || !isCount(second)) return [];
    const [part, whole] = orderParts(first, second, share);
    if (!part || !whole || part.low > whole.low || whole.low === 0) return [];
    const truth = (100 * part.low) / whole.low;
    if (share.least - 1e-9 <= truth && truth <= share.most + 1e-9) return [];
    const decimals = /\.(\d+)/.exec(share.text)?.[1]?.length ?? 0;
    return [{ share, part, whole, truth: `${truth.toFixed(decimals)}%` }];
  });
}

function isCount({ form, near, low, high, unit, other }: ClassifiedNumeral): boolean {
  const isPlain = (form === 'digits' || form === 'han') && near === 'exact' && low === high;
  return (
    isPlain &&
    other === undefined &&
    Number.isInteger(low) &&
    unit !== '%' &&
    unit !== '个百分点' &&
    unit !== '元'
  );
}

/** 412 人中 19 人，占 …; 19/412=…; 19 of 412. */
function orderParts(
  first: ClassifiedNumeral,
  second: ClassifiedNumeral,
  share: ClassifiedNumeral,
): ClassifiedNumeral[] {
  const { sentence } = first.clause;
  const between = sentence.slice(first.to, second.from);
  const behind = sentence.slice(second.to, share.from);
  const isJoined =
    /^[^，。；\d]{0,8}[，,（(]?\s*(?:仅?占(?:比|到)?|比[例率]为?|即|=|＝|也?就?是|[^，。；\d]{0,6}率(?:为|是)?|or|that is)?\s*(?:约|about)?\s*$/.test(
      behind,
    );
  if (!isJoined) return [];
  if (/^\s*(?:[/／]|of|out of)\s*$/.test(between)) return [first, second];
  return /^\s*(?:[^，。；\d]{0,6})?(?:当?中|里面?)[^，。；\d]{0,8}$/.test(between) ? [second, first] : [];
}
