/** Holds claims against facts that were found without them. Answers what is wrong, in words. */
import type { Amount, Claim, Member } from '../../base/claims/claim.ts';
import type { ChartInput } from '../../charts/input.ts';
import type { Kind } from '../../charts/kinds/kinds.ts';
import { type Facts, type Item, listCells } from './facts.ts';
import * as series from './recompute-series.ts';
import * as tables from './recompute-tables.ts';

const recompute: Record<Kind, (input: ChartInput) => Facts> = {
  trend: series.recomputeTrend,
  'cost-comparison': series.recomputeCosts,
  attainment: tables.recomputeAttainment,
  funnel: series.recomputeFunnel,
  channels: series.recomputeChannels,
  bars: series.recomputeBars,
  heat: series.recomputeGrid,
  waterfall: series.recomputeWaterfall,
  gantt: tables.recomputeGantt,
  stacked: series.recomputeStacked,
  cumulative: series.recomputeCumulative,
  dumbbell: tables.recomputeDumbbell,
  pareto: series.recomputePareto,
  forest: tables.recomputeForest,
  anomaly: tables.recomputeAnomalies,
  calibration: tables.recomputeCalibration,
  lift: tables.recomputeLift,
  roc: tables.recomputeRoc,
  calendar: series.recomputeCalendar,
  'month-grid': tables.recomputeMonthGrid,
  matrix: tables.recomputeMatrix,
  'cohort-curve': series.recomputeCohorts,
  scatter: series.recomputeDots,
  bubble: series.recomputeDots,
  histogram: series.recomputeHistogram,
  ecdf: series.recomputeEcdf,
  lorenz: series.recomputeLorenz,
  'long-tail': series.recomputePareto,
  pyramid: series.recomputePyramid,
  area: series.recomputeArea,
  diverging: series.recomputeDiverging,
  likert: series.recomputeLikert,
  clicks: tables.recomputeClicks,
  multiples: series.recomputeGrid,
};

/** `rows`: of the figure's table. */
export function findFalseClaims(
  kind: Kind,
  claims: readonly Claim[],
  input: ChartInput,
  rows: readonly string[][],
): string[] {
  const facts = recompute[kind](input);
  return claims.flatMap((claim) => {
    const wrong = [...listAmounts(claim).flatMap(checkText), ...check(claim, facts, { input, rows })];
    return wrong.map((what) => `${kind}: ${what}: ${JSON.stringify(claim)}`);
  });
}

const isNear = (a: number, b: number) =>
  a === b || Math.abs(a - b) <= 2e-9 * Math.max(Math.abs(a), Math.abs(b));
/** Beyond doubt: what lies at the edge of the product's own bound may be either. */
const isTied = (a: number, b: number) =>
  a === b || Math.abs(a - b) < 0.5e-9 * Math.max(Math.abs(a), Math.abs(b));
const isSame = (a: Item, b: Item) => a.name === b.name && isNear(a.value, b.value);

function listAmounts(claim: Claim): Amount[] {
  switch (claim.is) {
    case 'level':
    case 'significance':
      return claim.members;
    case 'change':
      return [claim.from, claim.to];
    case 'gap':
      return [claim.left, claim.right];
    case 'share':
      return [claim.amount, ...claim.members];
    case 'rank':
      return claim.members;
    case 'attainment':
      return [claim.actual, claim.target];
    case 'count':
      return [];
  }
}

const scales: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** What a text shows, and the size of its last digit; undefined where it shows no number. */
function parseShown(text: string): { sign: string; size: number; step: number } | undefined {
  const found = /^([−+]?)([\d,]+)(?:\.(\d+))?(?:×10⁻([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?(?: (万|亿))?/.exec(text);
  if (!found) return undefined;
  const [, sign = '', whole = '', fraction = '', power = '', scale = ''] = found;
  const exponent = power && -[...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('');
  const unit = 10 ** Number(exponent || 0) * (scales[scale] ?? 1);
  const size = Number(`${whole.replaceAll(',', '')}.${fraction || '0'}`) * unit;
  return { sign, size, step: 10 ** -fraction.length * unit };
}

/** A text shows its number, rounded at its last digit. */
function checkText({ text, value }: Amount): string[] {
  const shown = parseShown(text);
  if (!shown) return [`“${text}” is no number`];
  // Decreases are told by their size, with the sign of the change; an attainment is never rounded to 100.
  const half = Math.abs(shown.size - 100) <= 0.5 ? 1 : 0.5;
  const off = Math.abs(shown.size - Math.abs(value));
  if (off > half * shown.step * 1.000001 + 1e-9 * Math.abs(value)) return [`“${text}” shows ${value}`];
  return shown.sign === '−' && value === 0 ? [`“${text}” has a sign`] : [];
}

interface Frame {
  input: ChartInput;
  rows: readonly string[][];
}

function check(claim: Claim, facts: Facts, frame: Frame): string[] {
  switch (claim.is) {
    case 'level':
      return checkLevel(claim, facts);
    case 'change':
      return checkChange(claim, facts, frame);
    case 'gap':
      return checkGap(claim, facts, frame);
    case 'share':
      return checkShare(claim, facts);
    case 'rank':
      return checkRank(claim, facts, frame);
    case 'attainment':
      return checkAttainment(claim, facts);
    case 'significance':
      return checkSignificance(claim, facts);
    case 'count':
      return checkCount(claim, facts);
  }
}

type Of<Is extends Claim['is']> = Extract<Claim, { is: Is }>;

function checkLevel(claim: Of<'level'>, { levels }: Facts): string[] {
  const found = levels.some(
    (one) =>
      one.what === claim.what &&
      (one.of === undefined || one.of === claim.of) &&
      (one.at === undefined || one.at === claim.at) &&
      one.parts === claim.parts &&
      one.items.length === claim.members.length &&
      one.items.every((item, i) => isSame(item, claim.members[i]!) || isAlmostEven(claim, item, i)),
  );
  return found ? [] : ['no such level'];
}

/** A Gini coefficient near 0 is what is left when sums cancel out. */
function isAlmostEven({ what, members }: Of<'level'>, { value }: Item, i: number): boolean {
  return what === 'gini' && Math.abs(value - members[i]!.value) < 1e-8;
}

function checkChange(
  { of, from, to, way, most }: Of<'change'>,
  { changes }: Facts,
  { input }: Frame,
): string[] {
  const found = changes.some(({ of: name, items }) => {
    const [first, last] = [items[0], items.at(-1)];
    return name === of && first && last && isSame(first, from) && isSame(last, to);
  });
  if (!found) return ['no such change'];
  const alike = from.text === to.text || isTied(from.value, to.value);
  const right = alike ? 'even' : to.value > from.value ? 'up' : 'down';
  if (right !== way && !(way === 'even' && isNear(from.value, to.value))) return [`went ${right}`];
  if (from.name === to.name) return ['the same time'];
  if (!most) return [];
  const moves = tables.measureMoves(input);
  const own = moves.get(of)!;
  return [...moves].some(([name, size]) => name !== of && size >= own * (1 - 1e-12))
    ? ['another moved as far']
    : [];
}

function checkGap(claim: Of<'gap'>, { gaps }: Facts, { input }: Frame): string[] {
  const found = gaps.find(
    ({ what, of, at, left, right }) =>
      what === claim.what &&
      (of === undefined || of === claim.of) &&
      (at === undefined || at === claim.at) &&
      isSame(left, claim.left) &&
      isSame(right, claim.right),
  );
  if (!found) return ['no such gap'];
  const { left, right } = claim;
  if (claim.what === 'no-break-even' && !(left.value > right.value)) return ['it was even'];
  if (claim.what === 'overtaking' && !(left.value > right.value)) return ['it did not overtake'];
  if (claim.what === 'overlapping' || claim.what === 'apart')
    return left.value > right.value ? [] : ['the lower comes first'];
  if (claim.what !== 'widest') return [];
  const moves = tables.measureMoves(input);
  const own = moves.get(claim.of)!;
  return [...moves].some(([name, size]) => name !== claim.of && size >= own * (1 - 1e-12))
    ? ['another is as wide']
    : [];
}

function checkShare(claim: Of<'share'>, { shares }: Facts): string[] {
  const found = shares.some(
    (one) =>
      one.what === claim.what &&
      (one.of === undefined || one.of === claim.of) &&
      (one.name === undefined || one.name === claim.members[0]?.name) &&
      one.count === claim.count &&
      one.among === claim.among &&
      isNear(one.value, claim.amount.value),
  );
  return found ? [] : ['no such share'];
}

/** Bins of a histogram are those of its table; what is in them is counted again. */
function listRanked(claim: Of<'rank'>, { ranks }: Facts, { input, rows }: Frame): Order[] {
  if (claim.what !== 'bin')
    return ranks.filter(
      ({ what, of, at }) => what === claim.what && (of === undefined || of === claim.of) && at === claim.at,
    );
  const numbers = listCells(input.values[0]!).map(({ number }) => number);
  const items = rows.map(([range = '', count = '']) => ({
    name: range,
    value: Number(count.replaceAll(',', '')),
  }));
  const isTrue = items.every(
    ({ name, value }) => Math.abs(countIn(name, numbers) - value) <= countEdges(name, numbers),
  );
  return isTrue ? [{ items, whole: numbers.length }] : [];
}

interface Order {
  items: Item[];
  whole?: number;
}

/** Numbers on the printed edges of a bin may stand on either side of them. */
function countEdges(range: string, numbers: readonly number[]): number {
  const edges = range.split('～').map(readNumber);
  return numbers.filter((one) => edges.some((edge) => Math.abs(one - edge) <= 0.01 * Math.abs(edge))).length;
}

function readNumber(text: string): number {
  const [, sign, digits = '', power = ''] = /(−?)([\d.,]+)(?:×10⁻([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?/.exec(text)!;
  const exponent = power && -[...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('');
  return Number(`${sign ? '-' : ''}${digits.replaceAll(',', '')}e${exponent || 0}`);
}

/** `20～40 元`: from its first end to under its last. */
function countIn(range: string, numbers: readonly number[]): number {
  const [from, to] = range.split('～').map(readNumber);
  if (to === undefined)
    return numbers.filter((one) => (range.startsWith('大于') ? one > from! : Math.round(one) === from))
      .length;
  return numbers.filter((one) => one >= from! - 1e-9 * Math.abs(from!) && one < to - 1e-9 * Math.abs(to))
    .length;
}

function checkRank(claim: Of<'rank'>, facts: Facts, frame: Frame): string[] {
  const lists = listRanked(claim, facts, frame);
  const problems = lists.map((list) => checkOrder(claim, list));
  if (lists.length === 0) return ['no such order'];
  return problems.some((one) => one.length === 0) ? [] : problems[0]!;
}

function checkOrder({ members, among, end, share, what }: Of<'rank'>, { items, whole }: Order): string[] {
  if (among !== items.length) return [`among ${items.length}`];
  const sign = end === 'lowest' ? -1 : 1;
  const matches = (item: Item, member: Member) =>
    (what === 'deviation' ? member.name.startsWith(`${item.name} 的 `) : item.name === member.name) &&
    isNear(Math.abs(item.value), Math.abs(member.value));
  const missing = members.find((member) => !items.some((item) => matches(item, member)));
  if (missing) return [`no ${missing.name}`];
  const inside = (item: Item) => members.some((member) => matches(item, member));
  const sizes = members.map(({ value }) => sign * value);
  const [best, least] = [Math.max(...sizes), Math.min(...sizes)];
  const { text } = members[0]!;
  if (members.some((one, i) => !isNear(sizes[i]!, best) && one.text !== text)) return ['not tied'];
  if (end === 'even') return items.every(inside) ? [] : ['not all alike'];
  const others = items.filter((item) => !inside(item));
  const beyond = others.find(({ value }) => sign * value > least);
  if (beyond) return [`${beyond.name} goes beyond`];
  const tied = others.find((other) => isTied(sign * other.value, best) || other.text === text);
  if (tied) return [`${tied.name} is tied`];
  if (share === undefined) return [];
  const isRight =
    whole !== undefined && members.length === 1 && Math.abs(share - (100 * members[0]!.value) / whole) < 1e-6;
  return isRight ? [] : ['wrong share'];
}

function checkAttainment(claim: Of<'attainment'>, { attainments }: Facts): string[] {
  const found = attainments.find(
    ({ of, actual, target }) =>
      of === claim.of && isNear(actual, claim.actual.value) && isNear(target, claim.target.value),
  );
  if (!found) return ['no such aim'];
  const { actual, target, direction, isSum } = found;
  if (direction === 'none') return ['nothing is wanted'];
  if ((claim.scope === 'sum') !== isSum) return ['not the sum'];
  const near = Math.abs(actual - target) <= 1e-9 * Math.max(Math.abs(actual), Math.abs(target));
  const right = near ? 'met' : (direction === 'higher') === actual > target ? 'exceeded' : 'missed';
  return right === claim.outcome ? [] : [`it ${right}`];
}

function checkSignificance({ members, side, against }: Of<'significance'>, { intervals }: Facts): string[] {
  const level = against === 'zero' ? 0 : 50;
  return members.flatMap(({ name }) => {
    const found = intervals.find((one) => one.name === name);
    if (!found) return [`no interval of ${name}`];
    const right = found.low > level ? 'above' : found.high < level ? 'below' : 'across';
    return right === side ? [] : [`${name} is ${right}`];
  });
}

function checkCount(claim: Of<'count'>, { counts }: Facts): string[] {
  const found = counts.some(
    (one) =>
      one.what === claim.what &&
      (one.of === undefined || one.of === claim.of) &&
      one.count === claim.count &&
      (one.among === undefined || one.among === claim.among) &&
      (one.names === undefined || JSON.stringify(one.names) === JSON.stringify(claim.names)) &&
      (one.at === undefined || one.at === claim.at) &&
      (one.until === undefined || one.until === claim.until),
  );
  return found ? [] : ['no such count'];
}
