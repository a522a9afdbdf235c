import type { Period } from '../../base/calendar-days.ts';
import type { Language } from '../../base/language.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { convertQuantity, isMoneyUnit, normaliseUnit, type Quantity } from '../../base/unit.ts';
import type { Curve, Point } from '../../base/value-series.ts';
import { type Engine, QueryError } from '../../data/engine.ts';
import type { Direction } from '../../metrics/metric.ts';
import type { Clustering } from '../../metrics/sql/clustered-ratio.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Lineage } from '../book.ts';

/** A member of a series before its number became a text. */
export type SeriesMember = Omit<Point, 'text'>;

/** A value before it became texts: what a formula computes with. */
export interface ComputedValue extends Quantity {
  members: SeriesMember[];
  direction: Direction;
  /** Exactly so many decimals; otherwise by the unit. */
  digits?: number | undefined;
  /** Set where the value is a share of things counted. */
  share?: { successes: number; trials: number; clustering?: Clustering | undefined; repeats?: boolean };
  /** Of a model that has one of its own, in the unit of the value. */
  interval?: { low: number; high: number; level: number; method: string };
  /** Of a model. */
  curve?: Curve;
  /** Of a formula over series that differ: which series has members that another lacks. */
  lone?: { name: string; members: string[] }[];
  lineage: Lineage;
  /** Of a formula: rows read by each value it comes down to, so that none counts twice. */
  leaves?: ReadonlyMap<string, number>;
}

/** A part of the training, as the course has it. */
export interface Phase extends Period {
  id: string;
  title: string;
}

/** What all values of a report are computed in. */
export interface ValueContext {
  engine: Engine;
  language: Language;
  /** Of the report, both ends inclusive. */
  period: Period;
  /** Last day of the data, where the report declares it. */
  dataDate?: string | undefined;
  /** Of the course. */
  phases?: readonly Phase[] | undefined;
  /** SELECT of a column over the rows that another entry counts. Throws ValueError. */
  buildRowsOf?: (name: string, column: string, place: Place) => Promise<string>;
}

/** Thrown where a value cannot be computed; the problems say why. One broken value never stops the others. */
export class ValueError extends Error {
  readonly problems: Problem[];

  constructor(...problems: Problem[]) {
    super(problems.map((problem) => problem.what.en).join(' '));
    this.problems = problems;
  }
}

/** The problems of an error thrown while a value was computed, those of SQL at its place. Any other error is a fault of ours and goes on. */
export function toProblems(error: unknown, findPlace: (error: QueryError) => Place): Problem[] {
  if (error instanceof ValueError) return error.problems;
  if (error instanceof QueryError) return [error.at(findPlace(error))];
  throw error;
}

/**
 * The value in the unit its author wants: a ratio as a percentage is scaled, 元 may be called 英镑;
 * a percentage cannot become 人.
 */
export function toUnit<T extends Quantity & Partial<Pick<ComputedValue, 'members' | 'interval' | 'digits'>>>(
  value: T,
  wanted: string | undefined,
  place: Place,
  name: string,
): T {
  if (wanted === undefined) return value;
  const unit = normaliseUnit(wanted);
  if (unit === value.unit) return value;
  const converted = convertQuantity(value, unit);
  if (converted) {
    const members = value.members?.map((member) => ({
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
    return { ...value, ...converted, ...(members && { members }), ...(interval && { interval }) };
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
