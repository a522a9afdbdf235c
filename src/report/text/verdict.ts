import { compareNumbers, type Side } from '../../base/arithmetic/near-equality.ts';
import { getOutcomeTone, judgeOutcome } from '../../base/conventions/attainment.ts';
import { formatDifference, showsZero } from '../../base/conventions/difference.ts';
import type { Language } from '../../base/language.ts';
import { formatLevel } from '../../base/number-format.ts';
import { normaliseUnit } from '../../base/unit.ts';
import type { FormattedValue } from '../../base/value-series.ts';
import { type ValueWords, valueWords } from '../../words/value-words.ts';
import type { BookValue, Tone } from '../book.ts';

interface Verdict {
  text: string;
  /** Good and bad are for targets met and missed: what is higher than something else may be neither. */
  tone: Tone;
  /** `实际 1,302 人，目标 1,000 人`. */
  basis: string;
}

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
  if (vs === '0') return judgeChange(value, words, language);
  const other = findComparedValue(value, vs, values);
  if (!other) return undefined;
  const aimed = vs === 'target';
  const named = getComparedName(vs, words);
  const self = vs === 'target' || vs === 'baseline' ? words.actual : value.name;
  const basis = words.compared([self, value.text], [named, other.text]);
  if (value.value === null || other.value === null) return { text: '—', tone: 'even', basis };
  const side = compareNumbers(value.value, other.value);
  const judged = aimed ? judgeAgainstTarget(value, other.value, words) : judgeAgainstValue(side, words);
  if (aimed && value.target?.apart) return tellDays(judged, value.target.apart, basis, words);
  if (side === 0 || value.text !== other.text) return { ...judged, basis };
  // The reader sees two numbers that are alike: what parts them must stand beside the word.
  const style = { unit: value.unit, language };
  const apart = words.apart(formatDifference(value.value - other.value, style));
  return { ...judged, text: words.aside(judged.text, apart), basis: words.listed([basis, apart]) };
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
  return { text, tone: 'even', basis };
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

function judgeAgainstTarget({ value: actual, direction }: BookValue, target: number, words: ValueWords) {
  const outcome = judgeOutcome({ actual, target, direction });
  return { text: outcome === 'open' ? '—' : words[outcome], tone: getOutcomeTone(outcome) };
}

/** A word about other days than those of the target says so, and is neither good nor bad. */
function tellDays(
  { text }: { text: string },
  apart: NonNullable<NonNullable<BookValue['target']>['apart']>,
  basis: string,
  words: ValueWords,
): Verdict {
  return { text: words.aside(text, words.otherDays(apart)), tone: 'even', basis };
}

function judgeAgainstValue(side: Side, words: ValueWords) {
  const text = side === 0 ? words.level : side > 0 ? words.above : words.below;
  return { text, tone: 'even' as const };
}

function judgeChange(value: BookValue, words: ValueWords, language: Language): Verdict {
  const basis = words.change(value.text);
  if (value.value === null) return { text: '—', tone: 'even', basis };
  const side = compareNumbers(value.value, 0);
  const word = side === 0 ? words.unchanged : side > 0 ? words.rose : words.fell;
  const hidden = side !== 0 && showsZero(value.text);
  const text = hidden
    ? words.aside(word, formatDifference(value.value, { unit: value.unit, language }))
    : word;
  return { text, tone: 'even', basis };
}
