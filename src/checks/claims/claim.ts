import type { Place } from '../../base/place.ts';
import type { DeniedBound } from '../../problems/texts/denied-bound.ts';

/** What a sentence says of a value that it cites. */
export interface Claim {
  kind: ClaimKind;
  place: Place;
  /** The words: 超额完成目标, 升至. */
  said: string;
  /** What is so; undefined: what was said. */
  denied: DeniedBound | undefined;
}

export type ClaimKind = 'attainment' | 'direction' | 'comparison' | 'extreme';
