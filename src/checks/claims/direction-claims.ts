import { isUnitOf } from '../typed/numerals/number-units.ts';
import type { ReadSentence } from '../typed/typed-results.ts';
import type { Claim } from './claim.ts';
import { isUnsure, type ToldNumber, type ToldValue } from './told-values.ts';

const start = /(?:由|从|from )\s*[^，。；、\d\uFFFC]{0,8}$/i;
const ends = '(?:[^，。；、\\d\\uFFFC]{0,8})$';
const risingTo = new RegExp(
  `^[^，。；\\d\\uFFFC]{0,6}?(升至|升到|提[升高][到至]|增[长加]?[到至]|上升[到至]|涨[到至]|to)${ends}`,
);
const fallingTo = new RegExp(
  `^[^，。；\\d\\uFFFC]{0,6}?(降至|降到|下?降低?[到至]|减[少]?[到至]|缩[短减小][到至]|下?跌[到至]|to)${ends}`,
);
const roseFrom = /\b(?:rose|grew|increased|climbed) from $/i;
const fellFrom = /\b(?:fell|dropped|decreased|declined) from $/i;

/** 由 … 升至 …, 从 … 降到 … with a number on either side. */
export function findPathClaims(read: ReadSentence, levels: readonly ToldNumber[]): Claim[] {
  const { text } = read.sentence;
  if (isUnsure(text)) return [];
  return levels.flatMap((second, index): Claim[] => {
    const first = levels[index - 1];
    if (!first || !isSameUnit(first, second) || !start.test(text.slice(0, first.from))) return [];
    const words = text.slice(first.to, second.from);
    const way = readPath(text.slice(0, first.from), words);
    if (way === undefined) return [];
    const isFalse = way.sign > 0 ? second.most < first.least : second.least > first.most;
    const denied = denyOrder(first, second);
    return [
      {
        kind: 'direction',
        place: read.toPlace(first.from),
        said: way.said,
        denied: isFalse ? denied : undefined,
        isTyped: first.isTyped || second.isTyped,
      },
    ];
  });
}

function readPath(ahead: string, words: string): { sign: 1 | -1; said: string } | undefined {
  if (/^ to\b/.test(words)) {
    const [rose, fell] = [roseFrom.exec(ahead), fellFrom.exec(ahead)];
    if (rose) return { sign: 1, said: `${rose[0]}… to` };
    return fell ? { sign: -1, said: `${fell[0]}… to` } : undefined;
  }
  const [up, down] = [risingTo.exec(words)?.[1], fallingTo.exec(words)?.[1]];
  if (up !== undefined && up !== 'to') return { sign: 1, said: up };
  return down !== undefined && down !== 'to' ? { sign: -1, said: down } : undefined;
}

/** Typed without a unit, a number is of any. */
export function isSameUnit(first: ToldNumber, second: ToldNumber): boolean {
  if (first.unit === second.unit) return true;
  if (!first.isTyped && !second.isTyped) return false;
  return first.isTyped ? isUnitOf(first.unit, second.unit) : isUnitOf(second.unit, first.unit);
}

/** Two numbers in the order in which they are told, as they are. */
export function denyOrder(first: ToldNumber, second: ToldNumber) {
  return { by: 'order', first: first.name, from: first.text, second: second.name, to: second.text } as const;
}

const rising = /(?:增长|增加|上升|上涨|提高|提升|(?:rose|grew|increased|up) by)(?:了|约|近)?\s*$/i;
const falling = /(?:下降|降低|减少|下跌|下滑|(?:fell|dropped|decreased|down) by)(?:了|约|近)?\s*$/i;
const denial = /(?:没有?|未|不|无|停止|not )(?:再|能|明显)?\s*$/i;
/** Of a value of this name a plus is more; what is called 降幅 or 节省 may count the other way. */
const changeName = /变化|增长|增幅|增速|提升|提高|上升|同比|环比|change|growth|increase/i;
const otherWay = /降|减|跌|省|少|缩|流失|drop|fall|decrease|saving|less/i;

/** 增长 … before a change that is below zero, 下降 … before one above it. */
export function findChangeClaims(read: ReadSentence, told: readonly ToldValue[]): Claim[] {
  const { text } = read.sentence;
  if (isUnsure(text)) return [];
  return told.flatMap((one): Claim[] => {
    const { value, form } = one;
    if (value.value === null || !changeName.test(value.name) || otherWay.test(value.name)) return [];
    if (value.unit !== '%' && value.unit !== '个百分点') return [];
    if (form !== undefined && form !== 'change' && form !== 'size') return [];
    const ahead = text.slice(0, one.from);
    const words = rising.exec(ahead) ?? falling.exec(ahead);
    if (!words || denial.test(ahead.slice(0, words.index))) return [];
    const isRising = rising.test(ahead);
    // 下降 −12% is bad style, and meant right.
    const isFalse = isRising ? value.value < 0 : value.value > 0;
    const denied = { by: 'sign', name: value.name, change: value.text } as const;
    return [
      {
        kind: 'direction',
        place: read.toPlace(words.index),
        said: words[0].trim(),
        denied: isFalse ? denied : undefined,
        isTyped: one.isTyped,
      },
    ];
  });
}
