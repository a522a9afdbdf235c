/** Paths of touches, and the rules that share the credit of each path among its touches. */

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

/** Every channel there is, credited with nothing. */
export function createEmptyCredits(paths: readonly ConversionPath[]): Credits {
  return new Map(paths.flatMap(({ channels }) => channels).map((channel) => [channel, 0]));
}

/** Weights of the touches of one path, of any sum above 0. */
type WeighTouches = (path: ConversionPath) => number[];

/** Shares every path by its weights. A path without touches has nobody to credit and is passed over. */
function shareCredit(paths: readonly ConversionPath[], weigh: WeighTouches): Credits {
  const credits = createEmptyCredits(paths);
  for (const path of paths) {
    const weights = weigh(path);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (const [i, channel] of path.channels.entries()) {
      credits.set(channel, credits.get(channel)! + (path.credit * weights[i]!) / total);
    }
  }
  return credits;
}

/** 1 for the touch at `at`, 0 for the others. */
function weighSingleTouch(path: ConversionPath, at: number): number[] {
  return path.channels.map((_, i) => (i === at ? 1 : 0));
}

export const creditFirstTouch = (paths: readonly ConversionPath[]) =>
  shareCredit(paths, (path) => weighSingleTouch(path, 0));

export const creditLastTouch = (paths: readonly ConversionPath[]) =>
  shareCredit(paths, (path) => weighSingleTouch(path, path.channels.length - 1));

/** The last touch that is not a direct visit; the last one where all are. */
export const creditLastNonDirect = (paths: readonly ConversionPath[], direct: readonly string[]) =>
  shareCredit(paths, (path) => {
    const at = path.channels.findLastIndex((channel) => !direct.includes(channel));
    return weighSingleTouch(path, at < 0 ? path.channels.length - 1 : at);
  });

export const creditLinearly = (paths: readonly ConversionPath[]) =>
  shareCredit(paths, ({ channels }) => channels.map(() => 1));

/**
 * A touch counts half as much each `halfLife` days before the conversion. Days are counted from the touch
 * nearest to it, which changes nothing in the shares and keeps old paths from vanishing to 0.
 */
export const creditByTimeDecay = (paths: readonly ConversionPath[], halfLife: number) =>
  shareCredit(paths, ({ channels, daysBefore = channels.map(() => 0) }) => {
    const nearest = Math.min(...daysBefore);
    return daysBefore.map((days) => 2 ** (-(days - nearest) / halfLife));
  });

interface EndShares {
  /** Parts of 1 for the first and the last touch; the others share what is left. */
  first: number;
  last: number;
}

/** U, J and inverse J. Two touches keep the proportion of the ends: 40/20/40 gives them 50/50. */
export const creditByPosition = (paths: readonly ConversionPath[], { first, last }: EndShares) =>
  shareCredit(paths, ({ channels }) => {
    const between = channels.length - 2;
    if (between < 0) return channels.map(() => 1);
    return channels.map((_, i) => {
      if (i === 0) return first;
      return i === channels.length - 1 ? last : (1 - first - last) / between;
    });
  });

/** All of the credit to each channel of the path, so that the sum is more than there was. */
export function creditParticipants(paths: readonly ConversionPath[]): Credits {
  const credits = createEmptyCredits(paths);
  for (const { channels, credit } of paths) {
    for (const channel of new Set(channels)) credits.set(channel, credits.get(channel)! + credit);
  }
  return credits;
}

/**
 * Shapley value (Shapley 1953) of channels, where a set of channels is worth the conversions of the paths
 * that touch no other (Zhao et al. 2018). That game is a sum of one unanimity game a set of channels, whose
 * value is shared equally by its members; so it is exact for any number of channels.
 */

export function creditByShapley(paths: readonly ConversionPath[]): Credits {
  const credits = createEmptyCredits(paths);
  for (const { channels, credit } of paths) {
    const members = new Set(channels);
    for (const channel of members) credits.set(channel, credits.get(channel)! + credit / members.size);
  }
  return credits;
}
