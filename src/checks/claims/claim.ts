import type { Place } from '../../base/place.ts';
import type { DeniedBound } from '../../problems/texts/denied-bound.ts';

/** What a sentence says of the numbers that it tells. */
export interface Claim {
  kind: ClaimKind;
  place: Place;
  /** The words: 超额完成目标, 升至. */
  said: string;
  /** What is so; undefined: what was said. */
  denied: DeniedBound | undefined;
  /** One of its numbers was typed by hand. */
  isTyped: boolean;
}

export type ClaimKind = 'attainment' | 'direction' | 'comparison' | 'extreme';
