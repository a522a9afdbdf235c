/** What users saw before they converted, or did not; alike paths are told once with their numbers. */
export interface ConversionPath {
  /** First touch first; the same channel may come again. */
  channels: readonly string[];
  /** Days from each touch to the conversion, as long as `channels`; only time decay needs it. */
  daysBefore?: readonly number[];
  /** Conversions at the end of this path, or the money they brought. */
  credit: number;
  /** Users who converted, where `credit` is money; only the Markov chain needs them. */
  wins?: number;
  /** Users who went this way and did not convert; only the Markov chain needs them. */
  lost: number;
}

/** Stands for the touches of conversions that nothing came before. */
export const NO_TOUCH = '(none)';

/** Channel → what it is credited with. Every channel that is on any path is there. */
export type Credits = Map<string, number>;

export function createEmptyCredits(paths: readonly ConversionPath[]): Credits {
  return new Map(paths.flatMap(({ channels }) => channels).map((channel) => [channel, 0]));
}
