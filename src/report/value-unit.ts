import type { Place } from '../base/place.ts';
import { canonicalUnit, convert, isMoney } from '../base/unit.ts';
import { problem } from '../problems/problem.ts';
import type { Evaluated } from './evaluated.ts';
import { Fault } from './fault.ts';

/**
 * The value in the unit its author wants: a ratio as a percentage is scaled, 元 may be called 英镑;
 * a percentage cannot become 人.
 */
export function inUnit(value: Evaluated, wanted: string | undefined, place: Place, name: string): Evaluated {
  if (wanted === undefined) return value;
  const unit = canonicalUnit(wanted);
  if (unit === value.unit) return value;
  const converted = convert(value, unit);
  if (converted) {
    const members = value.members.map((member) => ({
      ...member,
      value: convert({ value: member.value, unit: value.unit }, unit)?.value ?? null,
    }));
    const scaled = (number: number) => convert({ value: number, unit: value.unit }, unit)?.value ?? number;
    const interval = value.interval && {
      ...value.interval,
      low: scaled(value.interval.low),
      high: scaled(value.interval.high),
    };
    return { ...value, ...converted, members, ...(interval && { interval }) };
  }
  if (isPercent(unit) || isPercent(value.unit)) {
    throw new Fault(problem('unit-mismatch', place, { what: name, left: value.unit, right: unit }));
  }
  const digits = value.digits ?? (isMoney(value.unit) && !isMoney(unit) ? 2 : undefined);
  return { ...value, unit, digits };
}

function isPercent(unit: string): boolean {
  return unit === '%' || unit === '个百分点';
}

/** Units of the parts of a ratio when its money is called otherwise: 英镑 for 元 in 英镑/单. */
export function moneyCalled(part: string, natural: string, wanted: string | undefined): string {
  const [money = ''] = natural.split('/');
  if (wanted === undefined || part !== money || !isMoney(part)) return part;
  return canonicalUnit(wanted).split('/')[0] ?? part;
}
