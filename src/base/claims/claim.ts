/**
 * What the program may state of numbers. A kind of figure, a verdict or a tile returns claims; `words/claims/` alone
 * turns them into Chinese and English. What is no claim is not stated.
 */
import type { Outcome } from '../value-series.ts';

/** A number as it is shown, unit included. */
export interface Amount {
  value: number;
  text: string;
  unit: string;
  /** Observations of a share, where they are few. */
  n?: number;
  /** The interval of an estimate, or what would be usual; already within what the quantity can be. */
  range?: { low: number; high: number; text: string; level?: number };
}

/** Somebody or something with its amount; of a series over time `name` is the time. */
export interface Member extends Amount {
  name: string;
}

/** −, 0, +: of two points in time of one thing. */
export type Way = 'up' | 'down' | 'even';

/** So much of it there is. */
export interface Level {
  is: 'level';
  what: LevelWhat;
  /** The quantity; empty where the members say it. */
  of: string;
  at?: string;
  members: Member[];
  /** It is the sum of so many. */
  parts?: number;
}

export type LevelWhat =
  | 'value'
  | 'whole'
  | 'sum'
  | 'running-sum'
  | 'net'
  | 'median'
  | 'ninety'
  | 'gini'
  | 'lift'
  | 'pair'
  | 'after-changes'
  | 'sum-of'
  | 'auc'
  | 'mean-error'
  | 'favour'
  | 'attained'
  | 'late'
  | 'break';

/** One thing at two times. */
export interface Change {
  is: 'change';
  of: string;
  /** Their names are the times. */
  from: Member;
  to: Member;
  way: Way;
  /** It moved more than all others, by its own size or as a share of its target. */
  most?: 'own' | 'of-target';
}

/** Two things at one time. */
export interface Gap {
  is: 'gap';
  what: GapWhat;
  of: string;
  left: Member;
  right: Member;
  way: 'above' | 'below' | 'level';
  at?: string;
}

/** The last two: of the intervals of two estimates, the higher first. */
export type GapWhat = 'widest' | 'overtaking' | 'break-even' | 'no-break-even' | 'overlapping' | 'apart';

/** A part of a whole, in per cent. */
export interface Share {
  is: 'share';
  what: ShareWhat;
  of: string;
  /** The parts, or the two ends of a way. */
  members: Member[];
  amount: Amount;
  /** So many of so many members make it up. */
  count?: number;
  among?: number;
}

export type ShareWhat = 'passage' | 'side' | 'first' | 'top' | 'within' | 'found' | 'found-tied';

/** Order in a set. All that are tied are members. */
export interface Rank {
  is: 'rank';
  what: RankWhat;
  of: string;
  /** `even`: all are alike. */
  end: 'highest' | 'lowest' | 'even';
  members: Member[];
  /** Of so many. */
  among: number;
  at?: string;
  /** What the only first makes up of the whole, in per cent. */
  share?: number;
}

export type RankWhat =
  | 'value'
  | 'largest'
  | 'attainment'
  | 'loss'
  | 'continuation'
  | 'increase'
  | 'decrease'
  | 'part'
  | 'weekday'
  | 'bin'
  | 'cell'
  | 'element'
  | 'deviation'
  | 'miscalibration'
  | 'lateness'
  | 'day'
  | 'break';

/** A value held against its target. */
export interface AttainmentClaim {
  is: 'attainment';
  of: string;
  actual: Amount;
  target: Amount;
  outcome: Exclude<Outcome, 'open'>;
  /** What is held against the target: the sum of a series, or the value of its whole time. */
  scope?: 'sum' | 'whole';
  /** Its days, where they are not those of the training. */
  during?: { from: string; to: string };
}

/** Where intervals lie. */
export interface Significance {
  is: 'significance';
  /** Against zero, or one half. */
  against: 'zero' | 'half';
  side: 'above' | 'below' | 'across';
  members: Member[];
}

/** So many of them. */
export interface Count {
  is: 'count';
  what: CountWhat;
  of: string;
  count: number;
  among?: number;
  /** Who they are, all of them, where they have names. */
  names: string[];
  at?: string;
  until?: string;
}

export type CountWhat =
  | 'reached'
  | 'missed'
  | 'unmeasured'
  | 'aimless'
  | 'observations'
  | 'without-number'
  | 'rose'
  | 'fell'
  | 'stayed'
  | 'above'
  | 'below'
  | 'level'
  | 'positive'
  | 'anomalies'
  | 'passed'
  | 'failed'
  | 'cells'
  | 'cut-steps'
  | 'events'
  | 'tasks-done'
  | 'tasks-late'
  | 'begun-early'
  | 'entries'
  | 'entries-done'
  | 'clicks'
  | 'corner'
  | 'undrawn'
  | 'bins-high'
  | 'bins-low'
  | 'bins-held'
  | 'tied-scores'
  | 'data';

export type Claim = Level | Change | Gap | Share | Rank | AttainmentClaim | Significance | Count;
