/** What the measures of scores are areas and points of: ROC and lift over all thresholds. */
import { groupByScore, type Scored } from './scoring.ts';

interface RocPoint {
  /** Share of the outcomes 0 that a threshold calls, and of the outcomes 1. */
  alarms: number;
  found: number;
}

/** From (0, 0) to (1, 1), one point a distinct score, highest first (scikit-learn, roc_curve). Empty without both outcomes. */
export function computeRocCurve(all: readonly Scored[]): RocPoint[] {
  const positives = all.filter(({ outcome }) => outcome === 1).length;
  const negatives = all.length - positives;
  if (positives === 0 || negatives === 0) return [];
  let [hits, alarms] = [0, 0];
  const points = [{ alarms: 0, found: 0 }];
  for (const group of groupByScore(all, (a, b) => b - a)) {
    const found = group.filter(({ outcome }) => outcome === 1).length;
    hits += found;
    alarms += group.length - found;
    points.push({ alarms: alarms / negatives, found: hits / positives });
  }
  return points;
}

/** Points nearer to the last one kept than `least`, along both axes together, are left out; the last stays. */
export function thinPoints(points: readonly RocPoint[], least = 1 / 100): RocPoint[] {
  const kept: RocPoint[] = [];
  points.forEach((point, i) => {
    const last = kept.at(-1);
    const far = !last || point.alarms - last.alarms + (point.found - last.found) >= least;
    if (far) kept.push(point);
    else if (i === points.length - 1) kept.splice(kept.length > 1 ? -1 : 0, 1, point);
  });
  return kept;
}

interface LiftPoint {
  share: number;
  /** Rate among the `share` with the highest scores ÷ rate of all. */
  lift: number;
  n: number;
}

/** At every twentieth of the users; equal scores at a border count by their mean rate. Empty where nobody has the outcome. */
export function computeLiftCurve(all: readonly Scored[], steps = 20): LiftPoint[] {
  const positives = all.reduce((sum, { outcome }) => sum + outcome, 0);
  if (positives === 0) return [];
  const groups = groupByScore(all, (a, b) => b - a).map((group) => ({
    size: group.length,
    hits: group.reduce((sum, { outcome }) => sum + outcome, 0),
  }));
  const rate = positives / all.length;
  let [at, before, hits] = [0, 0, 0];
  return Array.from({ length: steps }, (_, i) => {
    const share = (i + 1) / steps;
    const room = Math.max(1, Math.round(all.length * share));
    while (at < groups.length && before + groups[at]!.size <= room) {
      before += groups[at]!.size;
      hits += groups[at]!.hits;
      at++;
    }
    const border = groups[at];
    const part = border ? ((room - before) * border.hits) / border.size : 0;
    return { share, lift: (hits + part) / room / rate, n: room };
  });
}
