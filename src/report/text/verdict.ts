import { compareNumbers } from '../../base/arithmetic/near-equality.ts';
import { findSide, makeAttainment } from '../../base/claims/make-claims.ts';
import { getOutcomeTone } from '../../base/conventions/attainment.ts';
import { formatDifference, showsZero } from '../../base/conventions/difference.ts';
import type { Language } from '../../base/language.ts';
import { formatLevel } from '../../base/number-format.ts';
import { normaliseUnit } from '../../base/unit.ts';
import type { FormattedValue } from '../../base/value-series.ts';
import { type JudgementWords, judgementWords } from '../../words/claims/judgement-words.ts';
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
  const judgements = judgementWords[language];
  const judged = aimed
    ? judgeAgainstTarget(value, other, judgements)
    : judgeAgainstValue(value, other.value, judgements);
  if (aimed && value.target?.apart) return tellDays(judged, value.target.apart, basis, words);
  if (compareNumbers(value.value, other.value) === 0 || value.text !== other.text)
    return { ...judged, basis };
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
  const side = findSide(value.interval, other.value);
  return { text: judgementWords[language].interval[side], tone: 'even', basis };
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

/** A value that says no direction is better higher, as everywhere that targets are judged. */
function judgeAgainstTarget(
  { name, value, text, unit, direction }: BookValue,
  target: FormattedValue,
  words: JudgementWords,
) {
  const toAmount = (shown: FormattedValue) =>
    shown.value === null ? undefined : { value: shown.value, text: shown.text, unit };
  const aim = direction === 'none' ? 'higher' : direction;
  const [claim] = makeAttainment(name, toAmount({ value, text }), toAmount(target), aim);
  return claim
    ? { text: words.outcome[claim.outcome], tone: getOutcomeTone(claim.outcome) }
    : { text: '—', tone: getOutcomeTone('open') };
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

/** By the numbers themselves: where they print alike, what parts them stands beside the word. */
function judgeAgainstValue(value: BookValue, other: number, words: JudgementWords) {
  const side = compareNumbers(value.value!, other);
  const way = side === 0 ? 'level' : side > 0 ? 'above' : 'below';
  return { text: words.gap[way], tone: 'even' as const };
}

function judgeChange(value: BookValue, words: ValueWords, language: Language): Verdict {
  const basis = words.change(value.text);
  if (value.value === null) return { text: '—', tone: 'even', basis };
  const side = compareNumbers(value.value, 0);
  const way = side === 0 ? 'even' : side > 0 ? 'up' : 'down';
  const word = judgementWords[language].change[way];
  const hidden = way !== 'even' && showsZero(value.text);
  const text = hidden
    ? words.aside(word, formatDifference(value.value, { unit: value.unit, language }))
    : word;
  return { text, tone: 'even', basis };
}
