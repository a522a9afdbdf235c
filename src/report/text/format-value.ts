import { listComparable, makeRank } from '../../base/claims/make-claims.ts';
import { formatAttainment } from '../../base/conventions/attainment.ts';
import type { Language } from '../../base/language.ts';
import {
  formatChange,
  formatLevel,
  formatNumber,
  formatPercent,
  formatPercentagePoints,
  formatShortNumber,
  MINUS,
  NOT_AVAILABLE,
  type NumberStyle,
} from '../../base/number-format.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Point } from '../../base/value-series.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { valueForms } from '../../schema/tag-schemas.ts';
import { nameSome } from '../../words/claims/member-text.ts';
import { valueWords } from '../../words/value-words.ts';
import type { BookValue } from '../book.ts';

type ValueForm = (typeof valueForms)[number];

/** Each form, undefined where it does not fit the value. */
const formatters: Record<ValueForm, (value: BookValue, style: NumberStyle) => string | undefined> = {
  full: (value, style) => (style.digits === undefined ? value.text : formatNumber(value.value, style)),
  short: (value, style) => (style.digits === undefined ? value.short : formatShortNumber(value.value, style)),
  percent: (value, style) => formatPercent(value.value, style),
  pp: (value, style) => formatPercentagePoints(value.value, style),
  attainment: ({ attainment, target }, style) => {
    if (!attainment) return undefined;
    const digits = style.digits !== undefined;
    const text = digits ? formatAttainment(attainment.value, { ...style, unit: '%' }) : attainment.text;
    const words = valueWords[style.language];
    return target?.apart ? words.aside(text, words.otherDays(target.apart)) : text;
  },
  change: (value, style) =>
    style.digits === undefined ? formatSigned(value) : formatChange(value.value, style),
  size: ({ value, text }, style) =>
    style.digits === undefined
      ? text.replace(MINUS, '')
      : formatNumber(value === null ? null : Math.abs(value), style),
  interval: ({ value, interval }, { language, ...style }) => {
    if (!interval) return value === null ? NOT_AVAILABLE : undefined;
    const number = formatNumber(value, { ...style, language });
    return valueWords[language].interval(number, interval.text, formatLevel(interval.level));
  },
  highest: (value, style) => formatExtreme(value, 'highest', style),
  lowest: (value, style) => formatExtreme(value, 'lowest', style),
};

/** A value as `<Value>` prints it; a form that does not fit prints in full (`checkValueForm` gives the problem). */
export function formatValue(
  value: BookValue,
  as: string | undefined,
  digits: string | number | undefined,
  language: Language,
): string {
  const style = getNumberStyle(value, digits, language);
  const form = as !== undefined && isValueForm(as) ? as : 'full';
  return formatters[form](value, style) ?? value.text;
}

/** The problem of a form that the value does not have; `place` is the attribute's. */
export function checkValueForm(value: BookValue, as: string | undefined, place: Place): Problem | undefined {
  if (as === undefined || !isValueForm(as)) return undefined;
  if (formatters[as](value, getNumberStyle(value, undefined, 'zh')) !== undefined) return undefined;
  return createProblem('value-form', place, { name: value.name, form: as, unit: value.unit });
}

function getNumberStyle(
  { unit }: BookValue,
  digits: string | number | undefined,
  language: Language,
): NumberStyle {
  return digits === undefined ? { unit, language } : { unit, language, digits: Number(digits) };
}

/**
 * `老带新（29.93%）`: of a series the member beyond all others, or all that print alike; of sums no step that an end cuts.
 * Undefined without a series.
 */
function formatExtreme(
  { points, unit }: BookValue,
  end: 'highest' | 'lowest',
  style: NumberStyle,
): string | undefined {
  if (points.length === 0) return undefined;
  const shown = points.map((point) => ({
    ...point,
    label: formatMemberName(point),
    ...(style.digits !== undefined && { text: formatNumber(point.value, { ...style, unit }) }),
  }));
  const [claim] = makeRank(listComparable(shown, unit), { of: '', ends: [end] });
  if (claim?.is !== 'rank' && claim?.is !== 'level') return NOT_AVAILABLE;
  return valueWords[style.language].members(nameSome(claim.members, style.language), claim.members[0]!.text);
}

function formatMemberName({ label, group }: Point): string {
  return group === undefined ? label : `${label} · ${group}`;
}

/** The value's own text keeps the decimals its author set. */
function formatSigned({ value, text }: BookValue): string {
  return value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function isValueForm(text: string): text is ValueForm {
  return Object.hasOwn(formatters, text);
}
