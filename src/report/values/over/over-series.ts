/** `over` of metrics.yaml: what is made of a series once its members are computed. */
import {
  type Grain,
  getFirstDay,
  getLastDay,
  getPreviousYear,
  getYearBefore,
  intersectPeriods,
  type Period,
} from '../../../base/calendar-days.ts';
import { computeChangeRate } from '../../../base/conventions/change.ts';
import { ParameterError } from '../../../metrics/metric.ts';
import type { SeriesMember } from '../computed-value.ts';
import { buildMemberId } from '../series-members.ts';

/** `rolling 7` with its number. */
export type Over =
  | { kind: 'cumulative' | 'change' | 'change_rate' | 'year_before' | 'share' | 'rank' | 'index' }
  | { kind: 'rolling'; steps: number };

export function parseOver(written: string): Over {
  const rolling = /^rolling (\d+)$/.exec(written);
  return rolling
    ? { kind: 'rolling', steps: Number(rolling[1]) }
    : { kind: written as Exclude<Over['kind'], 'rolling'> };
}

/** What looks back needs steps of time. */
const needsTime = ({ kind }: Over): boolean => kind !== 'share' && kind !== 'rank';

/** A series that is transformed, and what it is measured against. */
interface Series {
  members: readonly SeriesMember[];
  /** The value of all, as the metric gives it. */
  total: number | null;
  unit: string;
  /** Whether a step is over, so that its number is not one of half a week. */
  isClosed: (key: string) => boolean;
  /** Of the same steps a year before, by key and group. */
  before: ReadonlyMap<string, number | null>;
  direction: 'higher' | 'lower' | 'none';
}

interface OverResult {
  value: number | null;
  unit: string;
  digits?: number;
  members: SeriesMember[];
}

/** The value is that of the last closed step; shares and ranks have none. */
export function computeOver(over: Over, series: Series): OverResult {
  const changed = transforms[over.kind](series);
  const numbers = series.members.map((member) => {
    const { numerator: _, denominator: __, ...rest } = member;
    return { ...rest, value: changed.of(member) };
  });
  const kept = over.kind === 'cumulative' || over.kind === 'rolling' ? series.members.slice() : numbers;
  const last = kept.findLast(({ key, group }) => group === undefined && series.isClosed(key));
  return {
    value: needsTime(over) ? (last?.value ?? null) : null,
    unit: changed.unit,
    ...(changed.digits !== undefined && { digits: changed.digits }),
    members: kept,
  };
}

interface Transform {
  unit: string;
  digits?: number;
  of: (member: SeriesMember) => number | null;
}

const transforms: Record<Over['kind'], (series: Series) => Transform> = {
  cumulative: ({ unit }) => ({ unit, of: ({ value }) => value }),
  rolling: ({ unit }) => ({ unit, of: ({ value }) => value }),
  change: (series) => {
    const unit = series.unit === '%' ? '个百分点' : series.unit;
    const previous = findPrevious(series);
    return { unit, of: (member) => subtract(member.value, previous(member)) };
  },
  change_rate: (series) => {
    const previous = findPrevious(series);
    return { unit: '%', of: (member) => computeChangeRate(member.value, previous(member)) };
  },
  year_before: ({ before }) => ({
    unit: '%',
    of: (member) => computeChangeRate(member.value, before.get(buildMemberId(member)) ?? null),
  }),
  share: ({ total }) => ({
    unit: '%',
    of: ({ value }) => (value === null || total === null || total <= 0 ? null : (100 * value) / total),
  }),
  rank: ({ members, direction }) => ({
    unit: '',
    digits: 0,
    of: (member) => {
      const peers = members.filter(({ group, value }) => group === member.group && value !== null);
      if (member.value === null) return null;
      const isAhead = ({ value }: SeriesMember) =>
        direction === 'lower' ? value! < member.value! : value! > member.value!;
      return 1 + peers.filter(isAhead).length;
    },
  }),
  index: ({ members, isClosed }) => ({
    unit: '',
    digits: 1,
    of: (member) => {
      const base = members.find(({ key, group }) => group === member.group && isClosed(key))?.value;
      return member.value === null || !base || base < 0 ? null : (100 * member.value) / base;
    },
  }),
};

function subtract(left: number | null, right: number | null): number | null {
  return left === null || right === null ? null : left - right;
}

/** The member of the step before; a step that is not over is compared with nothing, and nothing with it. */
function findPrevious({ members, isClosed }: Series): (member: SeriesMember) => number | null {
  return (member) => {
    const own = members.filter(({ group }) => group === member.group);
    const before = own[own.indexOf(member) - 1];
    return before && isClosed(member.key) && isClosed(before.key) ? before.value : null;
  };
}

/** Whether a step lies wholly within the days that the data cover, and the period. */
export function createClosedTest(
  grain: Grain | undefined,
  days: Period | undefined,
  period: Period | undefined,
): (key: string) => boolean {
  if (grain === undefined || !days) return () => grain === undefined;
  const { from, to } = intersectPeriods(days, period);
  return (key) => getLastDay(grain, key) <= to && (period ? getFirstDay(grain, key) >= from : true);
}

/** Whether a step is cut by an end of the period or of the data, so that its sum is that of a part. */
export function createCutTest(
  grain: Grain | undefined,
  days: Period | undefined,
  period: Period | undefined,
): (key: string) => boolean {
  if (grain === undefined || grain === 'day' || !days) return () => false;
  const { from, to } = intersectPeriods(days, period);
  return (key) => getFirstDay(grain, key) < from || getLastDay(grain, key) > to;
}

/**
 * Days that lie a year before those of a series, and the step each of their keys is compared with. A month that the period
 * cuts is compared with the same days; weeks begin on other days each year, and are compared whole.
 */
export function shiftToYearBefore(
  grain: Grain,
  keys: readonly string[],
  period: Period | undefined,
): { period: Period; toKey: ReadonlyMap<string, string> } | undefined {
  const pairs = keys.map((key) => [getYearBefore(grain, key), key] as const);
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last) return undefined;
  const whole = { from: getFirstDay(grain, first[0]), to: getLastDay(grain, last[0]) };
  return {
    period: period && grain !== 'week' ? getPreviousYear(period) : whole,
    toKey: new Map(pairs),
  };
}

/** What a series goes by, as far as `over` needs to know. */
interface SeriesFrame {
  /** Dimensions of it. */
  dimensions: number;
  grain: Grain | undefined;
  steps: number;
  period: Period | undefined;
}

/** Throws ParameterError where there is no series, it is none of time, or too short. */
export function assertOverFits(over: Over, { dimensions, grain, steps, period }: SeriesFrame): void {
  // A period as a whole has one a year before, too.
  if (over.kind === 'year_before' && period) return;
  if (needsTime(over) && grain === undefined)
    throw new ParameterError('over', {
      zh: `${over.kind} 要按时间一步一步看，by 里要有 day、week、month 或 quarter`,
      en: `${over.kind} looks at steps of time: \`by\` needs day, week, month or quarter`,
    });
  if (dimensions === 0)
    throw new ParameterError('over', {
      zh: `${over.kind} 说的是序列里的各项，要写 by：按什么分`,
      en: `${over.kind} is of the members of a series: write \`by\``,
    });
  if (over.kind === 'rolling' && over.steps > steps)
    throw new ParameterError('over', {
      zh: `序列只有 ${steps} 步，不够 ${over.steps} 步；写小一点的数`,
      en: `the series has ${steps} steps only, not ${over.steps}; write a smaller number`,
    });
}
