import type { Language } from '../../base/language.ts';
import type { Quantity } from '../../base/unit.ts';
import type { Curve, Point } from '../../base/value-series.ts';
import type { Engine } from '../../data/engine.ts';
import type { Direction, Period } from '../../metrics/metric.ts';
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
  share?: { successes: number; trials: number };
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

/** What all values of a report are computed in. */
export interface ValueContext {
  engine: Engine;
  language: Language;
  /** Of the report, both ends inclusive. */
  period: Period;
}
