import type { ReadSentence } from '../typed/typed-results.ts';
import type { Claim } from './claim.ts';
import { isUnsure, type ToldValue } from './told-values.ts';

/** A typed number stands behind the name of its member: 最多的是小红书（412 人）. */
const most = /(最[多高大]|居首|领先)[^，。；：]{0,6}[是为]\s*(?:[^，。；：]{1,16}[（(])?$/;
const least = /(最[少低小]|垫底)[^，。；：]{0,6}[是为]\s*(?:[^，。；：]{1,16}[（(])?$/;
/** Those who lost most have the lowest number. */
const turned = /亏|跌|降|减|落后|差|退|损|省|慢|短|丢|流失|负|不/;

/** 最多的是 before the tag that prints the lowest member. */
export function findExtremeClaims(read: ReadSentence, told: readonly ToldValue[]): Claim[] {
  const { text } = read.sentence;
  if (isUnsure(text)) return [];
  return told.flatMap((one): Claim[] => {
    const { form, value } = one;
    if (form !== 'highest' && form !== 'lowest') return [];
    const ahead = text.slice(0, one.from);
    const words = most.exec(ahead) ?? least.exec(ahead);
    const clause = /[^，。；：\uFFFC]*$/.exec(ahead)![0];
    const numbers = value.points.flatMap((point) => (point.value === null ? [] : [point.value]));
    if (!words || turned.test(clause) || new Set(numbers).size < 2) return [];
    const isFalse = most.test(ahead) !== (form === 'highest');
    const denied = { by: 'extreme', name: value.name, written: form } as const;
    return [
      {
        kind: 'extreme',
        place: read.toPlace(words.index),
        said: words[1]!,
        denied: isFalse ? denied : undefined,
        isTyped: one.isTyped,
      },
    ];
  });
}
