/** The card of a report: how far it keeps what is asked of every report, a line each. */

/** Of so many, so many hold. */
export const cardShares = ['parts', 'values', 'claims', 'figures', 'sources', 'references', 'data'] as const;
/** So many that should not be. */
export const cardCounts = ['typed', 'contradicted', 'access'] as const;

type CardShare = (typeof cardShares)[number];
type CardCount = (typeof cardCounts)[number];
export type CardCheck = CardShare | CardCount;

/** In the order they are shown. */
export const cardChecks: readonly CardCheck[] = [...cardShares, ...cardCounts];

export interface CardLine {
  check: CardCheck;
  /** What holds, of a share; else how many there are. */
  count: number;
  /** Of a share: of so many. Where it is 0 there is nothing to hold. */
  of?: number;
  /** What the course asks for: of a share at least so many per cent, else at most so many. */
  limit?: number;
  /** Where something is asked for; `waived`: missed, and excused. */
  outcome?: 'kept' | 'missed' | 'waived';
  /** `until`: ISO date, inclusive. */
  waiver?: { reason: string; until: string };
}

export interface ReportCard {
  report: string;
  title: string;
  /** ISO date up to which there are data; waivers are held against it. */
  date: string;
  lines: CardLine[];
}

export function isCardShare(check: CardCheck): check is CardShare {
  return (cardShares as readonly string[]).includes(check);
}
