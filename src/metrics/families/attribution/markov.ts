/**
 * Removal effects in a Markov chain of first order (Anderl et al., Int. J. of Research in Marketing 33, 2016):
 * (start) → channels → (conversion) or (null). Without a channel those who come to it are lost; credit is shared
 * in proportion to the conversions that so go missing. Solved exactly, not simulated.
 */
import { invertMatrix } from '../../statistics/numeric/matrix-inverse.ts';
import { type ConversionPath, type Credits, createEmptyCredits } from './path-credits.ts';

interface MarkovChain {
  channels: string[];
  /** Of those who start, the part that converts. Null without users. */
  conversion: number | null;
  /** Part of `conversion` that is missing without the channel, in the order of `channels`. */
  removal: number[];
}

interface TransitionCounts {
  channels: string[];
  /** Users from the start to each channel. */
  starts: number[];
  /** From channel to channel. */
  steps: number[][];
  /** From each channel to the conversion, and to anywhere at all. */
  ends: number[];
  leaving: number[];
}

export function solveMarkovChain(paths: readonly ConversionPath[]): MarkovChain {
  const { channels, starts, steps, ends, leaving } = countTransitions(paths);
  const users = starts.reduce((sum, one) => sum + one, 0);
  if (users === 0) return { channels, conversion: null, removal: channels.map(() => 0) };
  // Visits of j by one who is in i: the inverse of I − Q.
  const visits = invertMatrix(
    steps.map((row, i) =>
      row.map((step, j) => (i === j ? 1 : 0) - (leaving[i]! > 0 ? step / leaving[i]! : 0)),
    ),
  );
  const from = (i: number) =>
    visits[i]!.reduce((sum, visit, j) => sum + (leaving[j]! > 0 ? (visit * ends[j]!) / leaving[j]! : 0), 0);
  const converting = channels.map((_, i) => from(i));
  const conversion = starts.reduce((sum, start, i) => sum + (start / users) * converting[i]!, 0);
  // Who ever comes to the channel would have converted from there as often as anybody in it.
  const removal = channels.map((_, i) => {
    const coming = starts.reduce(
      (sum, start, j) => sum + ((start / users) * visits[j]![i]!) / visits[i]![i]!,
      0,
    );
    return conversion > 0 ? (coming * converting[i]!) / conversion : 0;
  });
  return { channels, conversion, removal };
}

function countTransitions(paths: readonly ConversionPath[]): TransitionCounts {
  const channels = [...createEmptyCredits(paths).keys()];
  const at = new Map(channels.map((channel, i) => [channel, i]));
  const zeros = () => channels.map(() => 0);
  const counts: TransitionCounts = {
    channels,
    starts: zeros(),
    steps: channels.map(zeros),
    ends: zeros(),
    leaving: zeros(),
  };
  for (const { channels: path, credit, wins = credit, lost } of paths) {
    const way = path.map((channel) => at.get(channel)!);
    const users = wins + lost;
    for (const [i, here] of way.entries()) {
      const next = way[i + 1];
      if (i === 0) counts.starts[here]! += users;
      if (next !== undefined) counts.steps[here]![next]! += users;
      else counts.ends[here]! += wins;
      counts.leaving[here]! += users;
    }
  }
  return counts;
}

/** Credits by removal effect. Where nothing converts there is nothing to share. */
export function creditByMarkov(paths: readonly ConversionPath[]): Credits {
  const credits = createEmptyCredits(paths);
  const { channels, removal } = solveMarkovChain(paths);
  const effects = removal.reduce((sum, one) => sum + one, 0);
  const all = paths.reduce((sum, path) => sum + (path.channels.length > 0 ? path.credit : 0), 0);
  if (effects > 0) {
    for (const [i, channel] of channels.entries()) credits.set(channel, (all * removal[i]!) / effects);
  }
  return credits;
}
