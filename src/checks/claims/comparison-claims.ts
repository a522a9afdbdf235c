import type { ReadSentence } from '../typed/typed-results.ts';
import type { Claim } from './claim.ts';
import { denyOrder, isSameUnit } from './direction-claims.ts';
import { isUnsure, type ToldNumber } from './told-values.ts';

const more = /^(?:高于|多于|大于|超过|高过|(?:is |are )?(?:higher|more|larger) than)了?/i;
const less = /^(?:低于|少于|小于|不及|不如|(?:is |are )?(?:lower|less|fewer|smaller) than)/i;
const equal = /^与[^，。；、\d\uFFFC]{0,10}$/;
const before = /^[，,\s]*(?:仍|也|点值|明显|远远?|略|均|都|显著|已|it |this )?\s*/i;
/** 高于乙的一半, 超过乙的两倍: another comparison. */
const portion = /^\s*的?\s*(?:[\d一二两三四五六七八九十半几数]+\s*(?:倍|成|半|分之)|一半|\d)/;
/** Nearer than so, a reader calls them the same. */
const sameWithin = 0.05;

/** 小红书 8.5 元，高于抖音的 12.4 元: two numbers, and the words between them. */
export function findComparisonClaims(read: ReadSentence, levels: readonly ToldNumber[]): Claim[] {
  const { text } = read.sentence;
  if (isUnsure(text)) return [];
  return levels.flatMap((second, index): Claim[] => {
    const first = levels[index - 1];
    if (!first || !isSameUnit(first, second)) return [];
    const judged = judge(text, first, second);
    if (!judged) return [];
    const denied = judged.isFalse ? denyOrder(first, second) : undefined;
    const isTyped = first.isTyped || second.isTyped;
    return [{ kind: 'comparison', place: read.toPlace(first.to), said: judged.said, denied, isTyped }];
  });
}

function judge(
  text: string,
  first: ToldNumber,
  second: ToldNumber,
): { said: string; isFalse: boolean } | undefined {
  const words = text.slice(first.to, second.from);
  const between = words.slice(before.exec(words)![0].length);
  const behind = text.slice(second.to);
  if (equal.test(between) && /^\s*(?:基本|大体|大致)?(?:持平|相当|相同)/.test(behind)) {
    const [a, b] = first.least < second.least ? [first, second] : [second, first];
    const size = Math.max(Math.abs(a.most), Math.abs(b.least));
    return { said: '持平', isFalse: b.least - a.most > size * sameWithin };
  }
  const said = more.exec(between)?.[0] ?? less.exec(between)?.[0];
  if (said === undefined || portion.test(behind)) return undefined;
  if (!/^[^，。；、：,:\d\uFFFC]{0,12}$/.test(between.slice(said.length))) return undefined;
  const [greater, smaller] = more.test(between) ? [first, second] : [second, first];
  // 8.5 and 8.5 as typed may be 8.54 and 8.46.
  const isRounded = first.isTyped || second.isTyped;
  const isFalse = isRounded ? greater.most < smaller.least : greater.most <= smaller.least;
  return { said: said.trim(), isFalse };
}
