import type { Language } from '../base/language.ts';
import {
  MINUS,
  NOT_AVAILABLE,
  type NumberStyle,
  showChange,
  showNumber,
  showPercent,
  showPoints,
  showShort,
} from '../base/number-format.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Point } from '../base/series.ts';
import { problem } from '../problems/problem.ts';
import type { valueForms } from '../schema/tags.ts';
import { valueWords } from '../words/values.ts';
import type { BookValue } from './book.ts';

export type ValueForm = (typeof valueForms)[number];

/** Each form, undefined where it does not fit the value. */
const forms: Record<ValueForm, (value: BookValue, style: NumberStyle) => string | undefined> = {
  full: (value, style) => (style.digits === undefined ? value.text : showNumber(value.value, style)),
  short: (value, style) => (style.digits === undefined ? value.short : showShort(value.value, style)),
  percent: (value, style) => showPercent(value.value, style),
  pp: (value, style) => showPoints(value.value, style),
  attainment: ({ attainment }, style) => {
    if (!attainment || style.digits === undefined) return attainment?.text;
    return showNumber(attainment.value, { ...style, unit: '%' });
  },
  change: (value, style) => (style.digits === undefined ? signed(value) : showChange(value.value, style)),
  size: ({ value, text }, style) =>
    style.digits === undefined
      ? text.replace(MINUS, '')
      : showNumber(value === null ? null : Math.abs(value), style),
  interval: ({ value, interval }, { language, ...style }) => {
    if (!interval) return value === null ? NOT_AVAILABLE : undefined;
    return valueWords[language].interval(showNumber(value, { ...style, language }), interval.text);
  },
  highest: (value, style) => extreme(value, (a, b) => a > b, style),
  lowest: (value, style) => extreme(value, (a, b) => a < b, style),
};

/** A value as `<Value>` prints it; a form that does not fit prints in full (`unfitForm` tells it). */
export function showValue(
  value: BookValue,
  as: string | undefined,
  digits: string | number | undefined,
  language: Language,
): string {
  const style = styleOf(value, digits, language);
  const form = as !== undefined && isForm(as) ? as : 'full';
  return forms[form](value, style) ?? value.text;
}

/** The problem of asking for a form that the value does not have; `place` is the attribute's. */
export function unfitForm(value: BookValue, as: string | undefined, place: Place): Problem | undefined {
  if (as === undefined || !isForm(as)) return undefined;
  if (forms[as](value, styleOf(value, undefined, 'zh')) !== undefined) return undefined;
  return problem('value-form', place, { name: value.name, form: as, unit: value.unit });
}

function styleOf({ unit }: BookValue, digits: string | number | undefined, language: Language): NumberStyle {
  return digits === undefined ? { unit, language } : { unit, language, digits: Number(digits) };
}

/** `老带新（29.93%）`: of a series the member beyond all others, or all that print alike; undefined without a series. */
function extreme(
  { points, unit }: BookValue,
  beyond: (a: number, b: number) => boolean,
  style: NumberStyle,
): string | undefined {
  if (points.length === 0) return undefined;
  let [best] = points.filter(({ value }) => value !== null);
  if (!best) return NOT_AVAILABLE;
  for (const point of points) if (point.value !== null && beyond(point.value, best.value!)) best = point;
  const { text, value } = best;
  const names = points.filter((point) => point.text === text).map(nameOf);
  const number = style.digits === undefined ? text : showNumber(value, { ...style, unit });
  return valueWords[style.language].members(names, number);
}

function nameOf({ label, group }: Point): string {
  return group === undefined ? label : `${label} · ${group}`;
}

/** The value's own text keeps the decimals its author asked for. */
function signed({ value, text }: BookValue): string {
  return value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function isForm(text: string): text is ValueForm {
  return Object.hasOwn(forms, text);
}
