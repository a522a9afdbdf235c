import type { ReadSentence } from '../typed/typed-results.ts';
import type { Claim } from './claim.ts';
import { isUnsure, type ToldValue } from './told-values.ts';

const missed =
  /^(?:未(?:能)?(?:如期)?(?:达[到成标]|完成|实现)|没有?(?:达[到成标]|完成|实现)|(?:低于|不及|落后于))(?:了)?(?:预期|既定|预设)?的?(?:目标|任务|指标)?|^(?:missed|fell short of|(?:was|were|is|are)? ?below) (?:the|our|its) (?:target|goal)/i;
const reached =
  /^(?:超额(?:完成|达成|达到)|超过|突破|高于|完成|达到|达成|实现)了?(?:预期|既定|预设|本期|全年)?的?(?:目标|任务|指标)|^超额完成|^(?:全部|顺利|如期)?达标|^(?:exceeded|reached|met|beat) (?:the|our|its) (?:target|goal)/i;

/** What may stand between a value and what is said of it, without another thing being meant. */
const filler =
  /^(?:[，,\s]|但是?|却|仍然?|依然|也|已经?|并且?|而且|因此|从而|顺利|刚好|均|都|大幅提升|明显提升|稳步增长|(?:目标)?(?:达成|完成)率(?:为|是|达)?|and|so|but|thus|which|have|has|we|they)*$/i;

/**
 * 访问量 18 次，超额完成目标 where it has missed its goal, and the other way round: said right behind the value, with
 * nothing between that could be spoken of instead.
 */
export function findAttainmentClaims(read: ReadSentence, told: readonly ToldValue[]): Claim[] {
  const { text } = read.sentence;
  if (isUnsure(text)) return [];
  return told.flatMap((one): Claim[] => {
    const { value } = one;
    const { attainment, target } = value;
    // Over other days the judgement is not the reader's.
    if (!attainment || attainment.outcome === 'open' || !target || target.apart) return [];
    const words = findWords(text, getEnd(one, told, text));
    if (!words) return [];
    const isFalse = words.isMissed !== (attainment.outcome === 'missed');
    const denied = { by: 'goal', name: value.name, truth: value.text, target: target.text } as const;
    return [
      {
        kind: 'attainment',
        place: read.toPlace(words.at),
        said: words.said,
        denied: isFalse ? denied : undefined,
        isTyped: one.isTyped,
      },
    ];
  });
}

/** Behind the tag, or behind another form of the same value: 访问量 18 次，达成率 60%，…. */
function getEnd(one: ToldValue, told: readonly ToldValue[], text: string): number {
  const next = told[told.indexOf(one) + 1];
  const isSame = next?.value === one.value && filler.test(text.slice(one.to, next.from));
  return isSame ? next.to : one.to;
}

/** The words that judge, as far as nothing but filler stands before them. */
function findWords(text: string, from: number): { at: number; said: string; isMissed: boolean } | undefined {
  for (let at = from; at < Math.min(text.length, from + 24); at++) {
    const rest = text.slice(at);
    const no = missed.exec(rest)?.[0];
    const said = no ?? reached.exec(rest)?.[0];
    if (said === undefined) continue;
    if (!filler.test(text.slice(from, at))) return undefined;
    // 未达到目标的渠道 are others, 达到目标的 130% is a share, 完成 alone needs its goal.
    const behind = rest.slice(said.length);
    if (/^(?:的|值|线|人|数|之)/.test(behind) || !/目标|任务|指标|达标|超额完成|target|goal/i.test(said))
      return undefined;
    return { at, said, isMissed: no !== undefined };
  }
  return undefined;
}
