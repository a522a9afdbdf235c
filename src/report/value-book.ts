import type { Language } from '../base/language.ts';
import { type NumberStyle, showInterval, showNumber, showShort } from '../base/number-format.ts';
import { wilson } from '../base/wilson.ts';
import type { BookValue } from './book.ts';
import type { Evaluated } from './evaluated.ts';
import { attainment, type Goal, goalNumber } from './goals.ts';
import type { NamedEntry } from './metrics-file.ts';

/** What of an entry is about showing, whichever way it is computed. */
interface Aims {
  target?: string | undefined;
  baseline?: string | undefined;
  label?: string | undefined;
}

/** A computed value with its texts, target and interval, as it stands in the book. Throws Fault. */
export function bookValue(
  { name, place, placeOf }: Pick<NamedEntry, 'name' | 'place' | 'placeOf'>,
  value: Evaluated,
  aims: Aims,
  goals: readonly Goal[],
  language: Language,
): BookValue {
  const style: NumberStyle = {
    unit: value.unit,
    language,
    ...(value.digits !== undefined && { digits: value.digits }),
  };
  const text = (number: number | null) => showNumber(number, style);
  const goal = (reference: string, column: 'target' | 'baseline') => {
    const found = goalNumber(reference, column, goals, { value, name, place: placeOf(column) });
    return { ...found, shown: { value: found.value, text: text(found.value), source: reference } };
  };
  const target = aims.target === undefined ? undefined : goal(aims.target, 'target');
  const baseline = aims.baseline === undefined ? undefined : goal(aims.baseline, 'baseline');
  const direction = target?.goal.direction ?? value.direction;
  const reached = target && attainment(value.value, target.value, direction);
  const interval = intervalOf(value, style);
  return {
    name,
    ...(aims.label !== undefined && { label: aims.label }),
    value: value.value,
    text: text(value.value),
    unit: value.unit,
    short: showShort(value.value, style),
    direction,
    ...(target && { target: target.shown }),
    ...(baseline && { baseline: baseline.shown }),
    ...(reached !== undefined && {
      attainment: { value: reached, text: showNumber(reached, { unit: '%', language }) },
    }),
    ...(interval && { interval }),
    points: value.members.map(({ value: number, ...rest }) => ({
      ...rest,
      value: number,
      text: text(number),
    })),
    ...(value.curve && { curve: value.curve }),
    lineage: value.lineage,
    cited: [],
    place,
  };
}

function intervalOf({ share, interval, unit }: Evaluated, style: NumberStyle): BookValue['interval'] {
  if (interval) {
    const { low, high } = interval;
    if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
    return { ...interval, text: showInterval(low, high, style) };
  }
  const found = share && wilson(share.successes, share.trials);
  if (!found) return undefined;
  const scale = unit === '%' ? 100 : 1;
  const [low, high] = [found.low * scale, found.high * scale];
  return { low, high, level: 0.95, method: 'Wilson', text: showInterval(low, high, style) };
}
