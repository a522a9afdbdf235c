import type { Book, BookValue } from '../../report/book.ts';
import type { SentenceTag } from '../typed/prose.ts';
import type { ReadSentence } from '../typed/typed-results.ts';

/** A value that a tag prints in a sentence. */
export interface ToldValue {
  value: BookValue;
  /** `as` of the tag. */
  form: string | undefined;
  /** Offsets of its sign in the sentence. */
  from: number;
  to: number;
}

/** A value that is known, told as what it is and not as its share of a goal or its interval. */
export interface ToldLevel extends ToldValue {
  number: number;
}

const levelForms = new Set([undefined, 'full', 'short', 'percent']);

/** Values that the tags of a sentence print, in order. */
export function listToldValues({ sentence }: ReadSentence, { values }: Book): ToldValue[] {
  return sentence.tags.flatMap(({ name, props, at }: SentenceTag) => {
    const value = name === 'Value' ? values[props.of ?? ''] : undefined;
    return value ? [{ value, form: props.as, from: at, to: at + 1 }] : [];
  });
}

/** Those that are told as what they are. */
export function listToldLevels(told: readonly ToldValue[]): ToldLevel[] {
  return told.flatMap((one) =>
    one.value.value !== null && levelForms.has(one.form) ? [{ ...one, number: one.value.value }] : [],
  );
}

/** Whether what is said is wished for, asked, supposed or denied: nothing is claimed then. */
export function isUnsure(text: string): boolean {
  return unsure.test(text);
}

const unsure =
  /若|如果|假如|假设|倘|一旦|只要|除非|预计|预期[会将]|预测|能否|是否|有望|希望|期望|争取|力争|计划|拟|将[会要在达]|应[当该]|须|需要|要(?:达到|完成|实现)|才能|为了|并非|不是|不能说|[？?]|\b(?:if|whether|would|will|could|should|had (?:it|we|they)|hope|expect|aim|plan|not)\b/i;
