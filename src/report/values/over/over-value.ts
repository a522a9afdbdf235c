/** Values that look along their series: what they need besides its members, and what comes of it. */
import { getPreviousYear, type Period, unitePeriods } from '../../../base/calendar-days.ts';
import { computeChangeRate } from '../../../base/conventions/change.ts';
import type { ComputedValue, ValueContext } from '../computed-value.ts';
import type { NamedEntry } from '../metrics-entries.ts';
import type { QueryPlan } from '../plan-query.ts';
import { type Coverage, findCoverage, uniteCoverage } from '../rows/coverage.ts';
import type { Dimension } from '../rows/dimensions.ts';
import { cutPeriod } from '../rows/periods.ts';
import { listSteps, listWindows, type StepWindow } from '../rows/windows.ts';
import { runQueries } from '../run-metric.ts';
import { buildMemberId, buildSeriesMembers, listTimeKeys, toNumber } from '../series-members.ts';
import { computeOver, createClosedTest, type Over, shiftToYearBefore } from './over-series.ts';

type EntryPlaces = Pick<NamedEntry, 'getPlace'>;

/** The steps of time that a series goes by: all that there are, and those the data cover. */
export interface Steps extends Coverage {
  dimension: Dimension;
  /** Of the series: those of the period, else of the data. */
  keys: string[];
  /** Between what days something is known. */
  ends: Period | undefined;
}

/** Undefined where a series goes by no time. */
export async function findSteps(
  plan: QueryPlan,
  { engine, period, dataDate }: Pick<ValueContext, 'engine' | 'period' | 'dataDate'>,
): Promise<Steps | undefined> {
  const at = plan.by.findIndex(({ isStep }) => isStep);
  const dimension = plan.by[at];
  if (!dimension || plan.query.day === undefined) return undefined;
  const own = await findCoverage(plan, dimension, { engine, dataDate });
  const { joined } = plan;
  const second = joined?.by[at];
  const coverage = second
    ? uniteCoverage(
        own,
        await findCoverage({ query: joined, table: joined.table }, second, { engine, dataDate }),
      )
    : own;
  const { grain } = dimension;
  const keys = grain ? listTimeKeys(grain, coverage.keys.toSorted(), plan.query.period) : coverage.keys;
  return { ...coverage, dimension, keys, ends: findEnds(coverage, cutPeriod({ period, dataDate })) };
}

/** Of a table without rows on some days, the training says how far it goes. */
function findEnds({ days, isDaily }: Coverage, report: Period): Period | undefined {
  return !days || isDaily ? days : unitePeriods([days, report]);
}

/** Steps that look back, each with the days it looks at; undefined where none does. */
export function listOverWindows(
  over: Over | undefined,
  steps: Steps | undefined,
  period: Period | undefined,
): StepWindow[] | undefined {
  const grain = steps?.dimension.grain;
  if (!grain || !over || (over.kind !== 'cumulative' && over.kind !== 'rolling')) return undefined;
  const days = steps.days;
  const covered = listSteps(grain, steps.keys, period).filter(({ from }) => days && from <= days.to);
  return listWindows(covered, over.kind === 'rolling' ? over.steps : 'all');
}

interface OverContext {
  plan: QueryPlan;
  steps: Steps | undefined;
  written: EntryPlaces;
  context: ValueContext;
}

/** What `over` makes of a value; intervals and fractions are those of the value itself, and go. */
export async function applyOver(
  over: Over,
  { share: _, interval: __, curve: ___, ...value }: ComputedValue,
  { plan, steps, written, context }: OverContext,
): Promise<ComputedValue> {
  const grain = steps?.dimension.grain;
  const { period } = plan.query;
  if (over.kind === 'year_before' && !grain) {
    const before = await askYearBefore(plan, getPreviousYear(period!), written, context);
    return { ...value, unit: '%', value: computeChangeRate(value.value, before.total), members: [] };
  }
  const shifted =
    grain && over.kind === 'year_before' ? shiftToYearBefore(grain, steps.keys, period) : undefined;
  const before = shifted && (await askYearBefore(plan, shifted.period, written, context));
  const pairs = before?.members.flatMap((member): [string, number | null][] => {
    const key = shifted?.toKey.get(member.key);
    return key === undefined ? [] : [[buildMemberId({ ...member, key }), member.value]];
  });
  const result = computeOver(over, {
    members: value.members,
    total: value.value,
    unit: value.unit,
    isClosed: createClosedTest(grain, steps?.days, period),
    before: new Map(pairs),
    direction: value.direction,
  });
  return { ...value, ...result, digits: value.digits ?? result.digits };
}

/** The same value and series for the days a year before. */
async function askYearBefore(plan: QueryPlan, period: Period, written: EntryPlaces, context: ValueContext) {
  const back = { ...plan, query: { ...plan.query, period } };
  const answer = await runQueries(back, written, context);
  const steps = await findSteps(back, context);
  const { metric, by, query } = back;
  const ratio = metric.parts !== undefined;
  const options = { by, period: query.period, empty: metric.empty, ratio, language: context.language };
  const members = buildSeriesMembers(answer.series, {
    ...options,
    covers: steps?.covers,
    steps: steps?.keys,
  });
  return { total: toNumber(answer.total.at(-1)?.value), members };
}
