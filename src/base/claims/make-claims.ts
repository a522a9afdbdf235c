/**
 * The only makers of claims. Each looks whether the numbers bear the claim, and returns nothing where they do not:
 * unsure means silent.
 */
import { isNearlyEqual } from '../arithmetic/near-equality.ts';
import { type Aim, judgeOutcome } from '../conventions/attainment.ts';
import { isRatioUnit } from '../unit.ts';
import type { Point } from '../value-series.ts';
import type {
  Amount,
  AttainmentClaim,
  Change,
  Claim,
  Count,
  Gap,
  Level,
  Member,
  Rank,
  Share,
  Significance,
  Way,
} from './claim.ts';

/** A share of fewer than these is told with their number. */
const fewObservations = 30;

/** What reads alike is alike, and so are sums of doubles that differ by their error. */
export function isAlike(a: Pick<Amount, 'value' | 'text'>, b: Pick<Amount, 'value' | 'text'>): boolean {
  return a.text === b.text || isNearlyEqual(a.value, b.value);
}

/** A point of a series as a member; undefined without a number. */
export function toMember(point: Point, unit: string, name = point.label): Member | undefined {
  const { value, text, denominator } = point;
  if (value === null || !Number.isFinite(value)) return undefined;
  const few =
    (unit === '%' || isRatioUnit(unit)) &&
    denominator !== undefined &&
    Number.isInteger(denominator) &&
    denominator < fewObservations;
  return { name, value, text, unit: resolveNamedUnit(name, unit), ...(few && { n: denominator }) };
}

const namedUnit =
  /[（(]\s*([%％‰]|个百分点|pp|分|元|万元|人|次|单|件|篇|条|天|小时|分钟|秒|倍|pts?|points?|days?|hours?|h|min|s)\s*[）)]$/;

/** Rows of a team's table may each have their own unit, in their names: 复购率（%） is not held against 客单价（元）. */
export function resolveNamedUnit(name: string, unit: string): string {
  return namedUnit.exec(name)?.[1] ?? unit;
}

/**
 * Steps of a series that may be compared with one another: those with a number, and of sums no step that an end cuts.
 */
export function listComparable(points: readonly Point[], unit: string): Member[] {
  const isRatio = points.some(({ denominator }) => denominator !== undefined);
  return points.flatMap((point) => (point.cut && !isRatio ? [] : (toMember(point, unit) ?? [])));
}

/** How many known steps of sums an end cuts. */
export function countCutSteps(points: readonly Point[]): number {
  if (points.some(({ denominator }) => denominator !== undefined)) return 0;
  return points.filter(({ cut, value }) => cut && value !== null).length;
}

export function makeLevel(what: Level['what'], of: string, members: readonly Member[], at?: string): Level[] {
  const known = members.filter(({ value }) => Number.isFinite(value));
  return known.length === 0 || hasMixedUnits(known)
    ? []
    : [{ is: 'level', what, of, members: [...known], ...(at !== undefined && { at }) }];
}

/** Of two different times of one thing. */
export function makeChange(of: string, from: Member, to: Member): Change[] {
  return from.name === to.name || hasMixedUnits([from, to])
    ? []
    : [{ is: 'change', of, from, to, way: findWay(from, to) }];
}

export function findWay(from: Amount, to: Amount): Way {
  if (isAlike(from, to)) return 'even';
  return to.value > from.value ? 'up' : 'down';
}

/** From the first to the last comparable step; of one step its level; of cut steps alone nothing. */
export function makeCourse(of: string, points: readonly Point[], unit: string): Claim[] {
  const steps = listComparable(points, unit);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return makeOnlyLevel(of, points, unit);
  return first === last ? makeLevel('value', of, [first]) : makeChange(of, first, last);
}

/** One cut step is no comparison. */
function makeOnlyLevel(of: string, points: readonly Point[], unit: string): Level[] {
  const known = points.flatMap((point) => toMember(point, unit) ?? []);
  return known.length === 1 ? makeLevel('value', of, known) : [];
}

/** The one that moved most for its size; nothing where two moved as far, or there is one alone. */
export function pickMostMoved(
  changes: readonly { change: Change; size: number }[],
  most: 'own' | 'of-target',
): Change[] {
  const moved = changes
    .filter(({ change, size }) => change.way !== 'even' && size > 0)
    .toSorted((a, b) => b.size - a.size);
  const [first, second] = moved;
  if (!first || (second && isNearlyEqual(first.size, second.size))) return [];
  if (most === 'own' && hasMixedUnits(changes.map(({ change }) => change.to))) return [];
  return [changes.length > 1 ? { ...first.change, most } : first.change];
}

interface RankFrame {
  of: string;
  what?: Rank['what'];
  at?: string;
  /** Only these are told; both without. */
  ends?: readonly ('highest' | 'lowest')[];
  /** What all members add up to. */
  whole?: number | undefined;
  /** How a member alone is told; not at all without, but its value. */
  single?: Level['what'];
}

/**
 * Who is highest and lowest, those tied with them named too. Of a single member its level; where all are alike, that.
 * Nothing of members in several units.
 */
export function makeRank(members: readonly Member[], frame: RankFrame): Claim[] {
  const { of, what = 'value', at, ends = ['highest', 'lowest'] } = frame;
  const single = frame.single ?? (what === 'value' ? 'value' : undefined);
  const known = members.filter(({ value }) => Number.isFinite(value));
  const order = known.toSorted((a, b) => b.value - a.value);
  const [top, bottom] = [order[0], order.at(-1)];
  if (!top || !bottom || hasMixedUnits(known)) return [];
  const place = at !== undefined && { at };
  if (known.length === 1) return single ? makeLevel(single, of, [top], at) : [];
  const base = { is: 'rank', what, of, among: known.length, ...place } as const;
  if (isAlike(top, bottom)) return canBeEven.has(what) ? [{ ...base, end: 'even', members: known }] : [];
  return ends.map((end): Rank => {
    const best = end === 'highest' ? top : bottom;
    const tied = known.filter((one) => isAlike(one, best));
    const share =
      end === 'highest' && tied.length === 1 ? computeShareOf(best, known, frame.whole) : undefined;
    return { ...base, end, members: tied, ...(share !== undefined && { share }) };
  });
}

/** Where it says something that all are alike. */
const canBeEven: ReadonlySet<Rank['what']> = new Set(['value', 'part']);

/** Per cent of a whole that its parts add up to, none below zero. */
function computeShareOf(part: Member, all: readonly Member[], whole: number | undefined): number | undefined {
  if (whole === undefined || !(whole > 0) || all.some(({ value }) => value < 0)) return undefined;
  return Math.min(100, (part.value / whole) * 100);
}

/** A share lies between nothing and all. */
export function makeShare(share: Omit<Share, 'is'>): Share[] {
  const { value } = share.amount;
  return value >= 0 && value <= 100 + 1e-9 ? [{ is: 'share', ...share }] : [];
}

export function makeGap(gap: Omit<Gap, 'is' | 'way'>): Gap[] {
  const { left, right } = gap;
  if (hasMixedUnits([left, right])) return [];
  const way = isAlike(left, right) ? 'level' : left.value > right.value ? 'above' : 'below';
  return [{ is: 'gap', ...gap, way }];
}

/**
 * Whether the intervals of the highest and the lowest estimate overlap: what an order of them is worth. Nothing where
 * others are tied with one of them, or one has no interval.
 */
export function makeOverlap(members: readonly Member[]): Gap[] {
  const order = members.filter(({ value }) => Number.isFinite(value)).toSorted((a, b) => b.value - a.value);
  const [left, right] = [order[0], order.at(-1)];
  if (!left?.range || !right?.range || isAlike(left, right)) return [];
  const tied = order.filter((one) => isAlike(one, left) || isAlike(one, right));
  if (tied.length > 2) return [];
  const what = left.range.low > right.range.high ? 'apart' : 'overlapping';
  return makeGap({ what, of: '', left, right });
}

/** The widest of them; nothing where two are as wide, or they have several units. */
export function pickWidest(gaps: readonly Gap[]): Gap[] {
  if (hasMixedUnits(gaps.map(({ left }) => left))) return [];
  const size = ({ left, right }: Gap) => Math.abs(left.value - right.value);
  const [first, second] = gaps.filter(({ way }) => way !== 'level').toSorted((a, b) => size(b) - size(a));
  return !first || gaps.length < 2 || (second && isNearlyEqual(size(first), size(second))) ? [] : [first];
}

export function makeAttainment(
  of: string,
  actual: Amount | undefined,
  target: Amount | undefined,
  direction: Aim['direction'],
  scope?: AttainmentClaim['scope'],
): AttainmentClaim[] {
  if (!actual || !target || direction === 'none' || actual.unit !== target.unit) return [];
  const outcome = judgeOutcome({ actual: actual.value, target: target.value, direction });
  return outcome === 'open'
    ? []
    : [{ is: 'attainment', of, actual, target, outcome, ...(scope && { scope }) }];
}

/** Members whose intervals lie above, below and across a level, the first two apart from the third. */
export function makeSignificance(
  members: readonly Member[],
  against: Significance['against'],
  sides: readonly Significance['side'][] = ['above', 'below', 'across'],
): Significance[] {
  const level = against === 'zero' ? 0 : 50;
  return sides.flatMap((side) => {
    const found = members.filter(({ range }) => range && findSide(range, level) === side);
    return found.length > 0 ? [{ is: 'significance', against, side, members: found }] : [];
  });
}

export function findSide({ low, high }: { low: number; high: number }, level: number): Significance['side'] {
  if (low > level) return 'above';
  return high < level ? 'below' : 'across';
}

/** Nothing of no members, but where zero of `among` is said. */
export function makeCount(
  what: Count['what'],
  count: number,
  more: Partial<Omit<Count, 'is' | 'what' | 'count'>> = {},
): Count[] {
  if (count === 0 && more.among === undefined) return [];
  return [{ is: 'count', what, of: '', names: [], ...more, count }];
}

/** The same with a name each. */
export function makeNamedCount(what: Count['what'], names: readonly string[], among?: number): Count[] {
  return makeCount(what, names.length, { names: [...names], ...(among !== undefined && { among }) });
}

function hasMixedUnits(amounts: readonly Amount[]): boolean {
  return amounts.some(({ unit }) => unit !== amounts[0]!.unit);
}
