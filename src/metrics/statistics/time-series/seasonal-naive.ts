/**
 * What differs from the same place of the season before: x[t] − x[t − period] (Hyndman & Athanasopoulos, Forecasting:
 * Principles and Practice, 5.2). The first season has nothing to be compared with: null.
 */
import { computeRobustScores, USUAL_LIMIT } from './robust-z.ts';

export function computeSeasonalDifferences(numbers: readonly number[], period: number): (number | null)[] {
  return numbers.map((x, i) => (i < period ? null : x - numbers[i - period]!));
}

/**
 * Places whose difference is an outlier among the differences. A single jump would show a second time when
 * its season comes round; a place whose forerunner was called is compared with the season before that.
 */
export function findSeasonalOutliers(
  numbers: readonly number[],
  period: number,
  limit = USUAL_LIMIT,
): number[] {
  return compareSeasons(numbers, period, limit).found;
}

/** What each place is compared with: the season before, or where that was called, the one before that. */
export function findSeasonalReferences(
  numbers: readonly number[],
  period: number,
  limit = USUAL_LIMIT,
): (number | null)[] {
  const { usual } = compareSeasons(numbers, period, limit);
  return numbers.map((_, i) => (i < period ? null : usual[i - period]!));
}

function compareSeasons(numbers: readonly number[], period: number, limit: number) {
  const usual = [...numbers];
  const differences = numbers.slice(period).map((x, i) => x - numbers[i]!);
  const scores = computeRobustScores(differences);
  const found: number[] = [];
  scores.forEach((score, i) => {
    if (Math.abs(score) <= limit) return;
    const at = i + period;
    const again = numbers[at]! - usual[i]!;
    if (usual[i] !== numbers[i] && !isOutlier(again, differences, limit)) return;
    found.push(at);
    usual[at] = usual[i]!;
  });
  return { found, usual };
}

function isOutlier(difference: number, differences: readonly number[], limit: number): boolean {
  return Math.abs(computeRobustScores([...differences, difference]).at(-1)!) > limit;
}
