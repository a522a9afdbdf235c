import type { Place } from '../../base/place.ts';
import { convertQuantity, isMoneyUnit, normaliseUnit } from '../../base/unit.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { ComputedValue } from './computed-value.ts';
import { ValueError } from './value-error.ts';

/**
 * The value in the unit its author wants: a ratio as a percentage is scaled, 元 may be called 英镑;
 * a percentage cannot become 人.
 */
export function toUnit(
  value: ComputedValue,
  wanted: string | undefined,
  place: Place,
  name: string,
): ComputedValue {
  if (wanted === undefined) return value;
  const unit = normaliseUnit(wanted);
  if (unit === value.unit) return value;
  const converted = convertQuantity(value, unit);
  if (converted) {
    const members = value.members.map((member) => ({
      ...member,
      value: convertQuantity({ value: member.value, unit: value.unit }, unit)?.value ?? null,
    }));
    const scaleNumber = (number: number) =>
      convertQuantity({ value: number, unit: value.unit }, unit)?.value ?? number;
    const interval = value.interval && {
      ...value.interval,
      low: scaleNumber(value.interval.low),
      high: scaleNumber(value.interval.high),
    };
    return { ...value, ...converted, members, ...(interval && { interval }) };
  }
  if (isPercentUnit(unit) || isPercentUnit(value.unit)) {
    throw new ValueError(
      createProblem('unit-mismatch', place, { what: name, left: value.unit, right: unit }),
    );
  }
  const digits = value.digits ?? (isMoneyUnit(value.unit) && !isMoneyUnit(unit) ? 2 : undefined);
  return { ...value, unit, digits };
}

function isPercentUnit(unit: string): boolean {
  return unit === '%' || unit === '个百分点';
}

/** Units of the parts of a ratio when its money is called otherwise: 英镑 for 元 in 英镑/单. */
export function resolveMoneyUnit(part: string, natural: string, wanted: string | undefined): string {
  const [money = ''] = natural.split('/');
  if (wanted === undefined || part !== money || !isMoneyUnit(part)) return part;
  return normaliseUnit(wanted).split('/')[0] ?? part;
}
