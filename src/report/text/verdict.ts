import type { Language } from '../../base/language.ts';
import { formatLevel } from '../../base/number-format.ts';
import { normaliseUnit } from '../../base/unit.ts';
import type { FormattedValue } from '../../base/value-series.ts';
import { type ValueWords, valueWords } from '../../words/value-words.ts';
import type { BookValue, Tone } from '../book.ts';

interface Verdict {
  text: string;
  tone: Tone;
  /** `实际 1,302 人，目标 1,000 人`. */
  basis: string;
}

/** −1, 0, 1: below, level, above. Level is what prints alike: nobody sees a difference beyond the digits shown. */
type Side = -1 | 0 | 1;

/**
 * The word that the numbers deserve. `vs` is `target`, `baseline`, `0` (for changes) or the name of a value.
 * Undefined where there is nothing to compare with, or in another unit.
 */
export function computeVerdict(
  value: BookValue,
  vs: string,
  values: Record<string, BookValue>,
  language: Language,
): Verdict | undefined {
  const words = valueWords[language];
  if (vs === '0') return judgeChange(value, words);
  const other = findComparedValue(value, vs, values);
  if (!other) return undefined;
  const aimed = vs === 'target';
  const named = getComparedName(vs, words);
  const self = vs === 'target' || vs === 'baseline' ? words.actual : value.name;
  const basis = words.compared([self, value.text], [named, other.text]);
  const side = findSide(value, other);
  if (side === undefined) return { text: '—', tone: 'even', basis };
  return {
    ...(aimed ? judgeAgainstTarget(side, value, words) : judgeAgainstValue(side, value, words)),
    basis,
  };
}

/**
 * Where the interval of a value lies. Undefined as for `computeVerdict`; the value must have an interval, or be null.
 */
export function computeIntervalVerdict(
  value: BookValue,
  vs: string,
  values: Record<string, BookValue>,
  language: Language,
): Verdict | undefined {
  const words = valueWords[language];
  const other = vs === '0' ? { value: 0, text: '' } : findComparedValue(value, vs, values);
  if (!other) return undefined;
  const own: [string, string] = [
    words.intervalName(formatLevel(value.interval?.level ?? 0.95)),
    value.interval?.text ?? value.text,
  ];
  const basis = vs === '0' ? own.join(' ') : words.compared(own, [getComparedName(vs, words), other.text]);
  if (!value.interval || other.value === null) return { text: '—', tone: 'even', basis };
  const { low, high } = value.interval;
  const side: Side = low > other.value ? 1 : high < other.value ? -1 : 0;
  const text = side === 0 ? words.includes : side > 0 ? words.allAbove : words.allBelow;
  return { text, tone: getTone(side, value), basis };
}

/** What is compared with; undefined where there is nothing, or in another unit. */
function findComparedValue(
  value: BookValue,
  vs: string,
  values: Record<string, BookValue>,
): FormattedValue | undefined {
  const other = vs === 'target' ? value.target : vs === 'baseline' ? value.baseline : values[vs];
  return other && 'unit' in other && normaliseUnit(other.unit) !== value.unit ? undefined : other;
}

function getComparedName(vs: string, words: ValueWords): string {
  return vs === 'target' ? words.target : vs === 'baseline' ? words.baseline : vs;
}

function judgeAgainstTarget(side: Side, { direction }: BookValue, words: ValueWords) {
  const good = direction === 'lower' ? -side : side;
  if (good === 0) return { text: words.met, tone: 'good' as const };
  return good > 0
    ? { text: words.exceeded, tone: 'good' as const }
    : { text: words.missed, tone: 'bad' as const };
}

function judgeAgainstValue(side: Side, value: BookValue, words: ValueWords) {
  const text = side === 0 ? words.level : side > 0 ? words.above : words.below;
  return { text, tone: getTone(side, value) };
}

function judgeChange(value: BookValue, words: ValueWords): Verdict {
  const basis = words.change(value.text);
  if (value.value === null) return { text: '—', tone: 'even', basis };
  const side: Side = /[1-9]/.test(getDigits(value)) ? (value.value > 0 ? 1 : -1) : 0;
  const text = side === 0 ? words.unchanged : side > 0 ? words.rose : words.fell;
  return { text, tone: getTone(side, value), basis };
}

/** The number of a text without its unit: a unit may hold digits of its own (千次). */
function getDigits({ text }: BookValue): string {
  return /^[−\d,.]+/.exec(text)?.[0] ?? '';
}

function getTone(side: Side, { direction }: BookValue): Tone {
  if (side === 0 || direction === 'none') return 'even';
  return side > 0 === (direction === 'higher') ? 'good' : 'bad';
}

function findSide(
  value: { value: number | null; text: string },
  other: { value: number | null; text: string },
): Side | undefined {
  if (value.value === null || other.value === null) return undefined;
  if (value.text === other.text) return 0;
  return value.value > other.value ? 1 : value.value < other.value ? -1 : 0;
}
