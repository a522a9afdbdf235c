import { buildAttainment, formatAttainment } from '../../base/conventions/attainment.ts';
import type { Language } from '../../base/language.ts';
import { suggestNames } from '../../base/names/suggest-names.ts';
import {
  formatInterval,
  formatNumber,
  formatShortNumber,
  type NumberStyle,
} from '../../base/number-format.ts';
import type { Place } from '../../base/place.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { BookValue } from '../book.ts';
import { computeShareInterval } from './clustered-share.ts';
import { type ComputedValue, ValueError } from './computed-value.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { findApart, type Goal } from './report-goals.ts';
import { resolveValueStyles } from './value-styles.ts';

/** What of an entry is about showing, whichever way it is computed. */
interface DisplayOptions {
  target?: string | undefined;
  baseline?: string | undefined;
  label?: string | undefined;
}

/** A computed value with its texts, target and interval, as it stands in the book. Throws ValueError. */
export function buildBookValue(
  { name, place, getPlace }: Pick<NamedEntry, 'name' | 'place' | 'getPlace'>,
  value: ComputedValue,
  aims: DisplayOptions,
  goals: readonly Goal[],
  language: Language,
): BookValue {
  const resolveAim = (column: 'target' | 'baseline') => {
    const reference = aims[column];
    if (reference === undefined) return undefined;
    return {
      reference,
      ...resolveGoalReference(reference, column, goals, { value, name, place: getPlace(column) }),
    };
  };
  const target = resolveAim('target');
  const baseline = resolveAim('baseline');
  const { own, aim: aimed, series } = resolveValueStyles(value, target?.value, language);
  const showAim = (aim: { reference: string; value: number }) => ({
    value: aim.value,
    text: formatNumber(aim.value, aimed),
    source: aim.reference,
  });
  const direction = target?.goal.direction ?? value.direction;
  const apart = target && findApart(value.lineage, target.goal);
  const aim = target && { actual: value.value, target: target.value, direction };
  const interval = buildInterval(value, language);
  return {
    name,
    ...(aims.label !== undefined && { label: aims.label }),
    value: value.value,
    text: formatNumber(value.value, own),
    unit: value.unit,
    short: formatShortNumber(value.value, own),
    direction,
    ...(target && { target: { ...showAim(target), ...(apart && { apart }) } }),
    ...(baseline && { baseline: showAim(baseline) }),
    ...(aim && { attainment: buildAttainment(aim, language) }),
    ...(interval && { interval }),
    points: value.members.map(({ value: number, ...rest }) => ({
      ...rest,
      value: number,
      text: isAttainment(value)
        ? formatAttainment(number, { unit: value.unit, language })
        : formatNumber(number, series),
    })),
    ...(value.curve && { curve: value.curve }),
    lineage: value.lineage,
    cited: [],
    place,
  };
}

/** Whether the members are degrees of goals reached, which no rounding may carry to 100 %. */
function isAttainment({ lineage, digits }: ComputedValue): boolean {
  return digits === undefined && lineage.metric?.id === 'goal_attainment';
}

function buildInterval(
  { share, interval, unit, digits }: ComputedValue,
  language: Language,
): BookValue['interval'] {
  const style: NumberStyle = { unit, language, ...(digits !== undefined && { digits }) };
  if (interval) {
    const { low, high } = interval;
    if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
    return { ...interval, text: formatInterval(low, high, style) };
  }
  const found = share && computeShareInterval(share, style.language);
  if (!found) return undefined;
  const scale = unit === '%' ? 100 : 1;
  const [low, high] = [found.low * scale, found.high * scale];
  const assumed = share.repeats && !share.clustering ? { assumes: 'independent-rows' as const } : {};
  return { low, high, level: 0.95, method: found.method, text: formatInterval(low, high, style), ...assumed };
}

/** The goal that `goals.新增用户` points to, and its number in `column`. Throws ValueError. */
function resolveGoalReference(
  reference: string,
  column: 'target' | 'baseline',
  goals: readonly Goal[],
  of: { value: ComputedValue; name: string; place: Place },
): { goal: Goal; value: number } {
  const name = reference.replace(/^goals\./, '').trim();
  const goal = goals.find((one) => one.kpi === name);
  if (!goal) {
    const all = goals.map((one) => one.kpi);
    const params = { name, ...suggestNames(name, all) };
    throw new ValueError(createProblem('unknown-goal', of.place, params));
  }
  if (goal.unit !== '' && goal.unit !== of.value.unit) {
    const params = { what: of.name, left: of.value.unit, right: goal.unit };
    throw new ValueError(createProblem('unit-mismatch', of.place, params));
  }
  const value = goal[column];
  if (value === null) throw new ValueError(createProblem('goal-without', of.place, { name, column }));
  return { goal, value };
}
