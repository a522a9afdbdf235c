/**
 * Shapley value (Shapley 1953) of channels, where a set of channels is worth the conversions of the paths
 * that touch no other (Zhao et al. 2018). That game is a sum of one unanimity game a set of channels, whose
 * value is shared equally by its members; so it is exact for any number of channels.
 */
import { type ConversionPath, type Credits, createEmptyCredits } from './conversion-path.ts';

export function creditByShapley(paths: readonly ConversionPath[]): Credits {
  const credits = createEmptyCredits(paths);
  for (const { channels, credit } of paths) {
    const members = new Set(channels);
    for (const channel of members) credits.set(channel, credits.get(channel)! + credit / members.size);
  }
  return credits;
}
