import type { Book, BookValue } from '../../report/book.ts';
import type { PlacedResult, ReadSentence } from '../typed/typed-results.ts';

/** A number that a sentence tells: a tag prints it, or it was typed by hand. */
export interface ToldNumber {
  /** What it is said to be: the name of its value; of a typed number only where that is beyond doubt. */
  name: string | undefined;
  text: string;
  unit: string;
  /** What may be meant by it: both the same for a value. */
  least: number;
  most: number;
  isTyped: boolean;
  /** Offsets of its sign, or of its digits, in the sentence. */
  from: number;
  to: number;
}

/** A value that a tag prints in a sentence, or that a typed number is beyond doubt. */
export interface ToldValue {
  value: BookValue;
  /** `as` of the tag. */
  form: string | undefined;
  isTyped: boolean;
  from: number;
  to: number;
}

/** Told as what they are, and not as a share of a goal or an interval. */
const levelForms = new Set([undefined, 'full', 'short', 'percent']);
/** So well a typed number fits the value that it is taken for. */
const sure = 0.6;

/** The values of a sentence, cited or typed, in order. */
export function listToldValues({ sentence, results }: ReadSentence, { values }: Book): ToldValue[] {
  const cited = sentence.tags.flatMap(({ name, props, at }): ToldValue[] => {
    const value = name === 'Value' ? values[props.of ?? ''] : undefined;
    return value ? [{ value, form: props.as, isTyped: false, from: at, to: at + 1 }] : [];
  });
  const typed = results.flatMap(({ numeral: { from, to }, bindings: [best] }): ToldValue[] => {
    if (!best || best.score < sure) return [];
    const { value, form, member } = best.ledger;
    const isExtreme = form === 'highest' || form === 'lowest';
    return member === undefined || isExtreme ? [{ value, form, isTyped: true, from, to }] : [];
  });
  return [...cited, ...typed].sort((a, b) => a.from - b.from);
}

/** Values with a goal whose names a sentence says without their numbers, the longest first: 新增用户未达到目标. */
export function listNamedValues({ sentence: { text } }: ReadSentence, { values }: Book): ToldValue[] {
  const named: ToldValue[] = [];
  const goals = Object.values(values).filter(({ name, attainment }) => attainment && name.length > 2);
  for (const value of goals.sort((a, b) => b.name.length - a.name.length)) {
    for (let from = text.indexOf(value.name); from >= 0; from = text.indexOf(value.name, from + 1)) {
      const to = from + value.name.length;
      // 非邀请新增用户 is not 新增用户.
      const isPart =
        /[\p{Script=Han}A-Za-z]$/u.test(text.slice(0, from)) &&
        !/[的，、和与及期内中]$/.test(text.slice(0, from));
      const isInside = named.some((one) => from < one.to && one.from < to);
      if (!isPart && !isInside) named.push({ value, form: undefined, isTyped: true, from, to });
    }
  }
  return named;
}

/** Every number of a sentence that is known, cited or typed, in order. */
export function listToldNumbers({ results }: ReadSentence, told: readonly ToldValue[]): ToldNumber[] {
  const cited = told.flatMap(({ value, form, isTyped, from, to }): ToldNumber[] => {
    const { name, text, unit } = value;
    if (isTyped || value.value === null || !levelForms.has(form)) return [];
    return [{ name, text, unit, least: value.value, most: value.value, isTyped: false, from, to }];
  });
  const typed = results.flatMap((one) => readTyped(one) ?? []);
  return [...cited, ...typed].sort((a, b) => a.from - b.from);
}

function readTyped({ numeral, bindings }: PlacedResult): ToldNumber | undefined {
  const { form, near, low, high, least, most, unit, from, to } = numeral;
  if ((form !== 'digits' && form !== 'han') || low !== high || (near !== 'exact' && near !== 'about'))
    return undefined;
  const [best] = bindings;
  const isValue = best && best.score >= sure && best.ledger.member === undefined;
  const name = isValue ? best.ledger.value.name : undefined;
  return { name, text: numeral.text.trim(), unit, least, most, isTyped: true, from, to };
}

/** Whether what is said is wished for, asked, supposed or denied: nothing is claimed then. */
export function isUnsure(text: string): boolean {
  return unsure.test(text);
}

const unsure =
  /若|如果|假如|假设|倘|一旦|只要|除非|预计|预期[会将]|预测|能否|是否|有望|希望|期望|争取|力争|计划|拟|将[会要在达]|应[当该]|须|需要|要(?:达到|完成|实现)|才能|为了|并非|不是|不能说|[？?]|\b(?:if|whether|would|will|could|should|had (?:it|we|they)|hope|expect|aim|plan|not)\b/i;
