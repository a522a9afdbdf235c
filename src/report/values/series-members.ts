import type { Period } from '../../base/calendar-days.ts';
import {
  countDays,
  type Grain,
  getFirstDay,
  listGrainKeys,
  mostListedDays,
} from '../../base/calendar-days.ts';
import type { Language } from '../../base/language.ts';
import type { Cell } from '../../base/source-table.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import type { Solution } from '../../metrics/metric.ts';
import { valueWords } from '../../words/value-words.ts';
import type { SeriesMember } from './computed-value.ts';
import type { Dimension } from './rows/dimensions.ts';
import type { SetMember } from './rows/steps.ts';

export type Row = Readonly<Record<string, Cell>>;

interface SeriesOptions {
  by: Dimension[];
  period: Period | undefined;
  /** Value of a member without rows, where the table covers it. */
  empty: 0 | null;
  /** Whether the data cover a step: without rows nothing happened in it, else nothing is known of it. */
  covers?: ((key: string) => boolean) | undefined;
  /** Of a series over time without a period: all steps of the table, with rows or without. */
  steps?: readonly string[] | undefined;
  /** Whether a step is cut at an end, and of a part of its days only. */
  isCut?: ((key: string) => boolean) | undefined;
  /** Whether rows carry numerator and denominator that make the value. */
  ratio: boolean;
  language: Language;
}

/** The number in a cell, or null: NaN and infinities cannot be shown. */
export function toNumber(cell: Cell | undefined): number | null {
  if (cell === null || cell === undefined || typeof cell === 'boolean' || cell === '') return null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : null;
}

/** Rows of a grouped query as the members of a series; a dimension of time gets no gaps. */
export function buildSeriesMembers(rows: readonly Row[], series: SeriesOptions): SeriesMember[] {
  const { by, empty, ratio, covers = () => true, isCut = () => false } = series;
  const known = new Map(
    rows.map((row) => [buildMemberId({ key: toText(row.key), group: toText(row.grp) }), row]),
  );
  const [first, second] = by.map((dimension, at) =>
    listKeys(rows, dimension, at === 0 ? 'key' : 'grp', series),
  );
  const isWhole = by.some(({ grain, members }) => grain !== undefined || members !== undefined);
  const stepAt = by.findIndex(({ isStep }) => isStep);
  const nameKey = createKeyFormatter(by[0], first ?? [], series.language);
  const nameGroup = createKeyFormatter(by[1], second ?? [], series.language);
  const members: SeriesMember[] = [];
  for (const key of first ?? []) {
    for (const group of second ?? ['']) {
      const row = known.get(buildMemberId({ key, group }));
      if (!row && !isWhole) continue;
      const step = stepAt === 0 ? key : group;
      const none = stepAt < 0 || covers(step) ? empty : null;
      const value = row ? toNumber(row.value) : none;
      const cut = stepAt >= 0 && value !== null && isCut(step);
      members.push({
        key,
        // A cohort or period that is not over yet is marked.
        label: row?.open === true || (cut && stepAt === 0) ? `${nameKey(key)}*` : nameKey(key),
        ...(second && { group: nameGroup(group) }),
        value,
        ...(ratio && {
          numerator: toNumber(row?.numerator) ?? 0,
          denominator: toNumber(row?.denominator) ?? 0,
        }),
        n: toNumber(row?.n) ?? 0,
        ...(cut && { cut }),
      });
    }
  }
  return members;
}

/** Rows of a funnel: one a step, in every group. */
export function buildFunnelMembers(
  rows: readonly Row[],
  grouped: boolean,
  language: Language,
): SeriesMember[] {
  const seen = new Map<string, number>();
  for (const row of rows) seen.set(toText(row.event), (seen.get(toText(row.event)) ?? 0) + 1);
  const groups = new Set(rows.map((row) => row.key ?? null)).size || 1;
  return rows.map((row) => {
    const event = toText(row.event);
    // One event may be two steps with different filters.
    const twice = (seen.get(event) ?? 0) > groups;
    return {
      key: twice ? `${event}-${row.step}` : event,
      label: toText(row.label) || event,
      ...(grouped && { group: toText(row.key) || valueWords[language].blank }),
      value: toNumber(row.value),
      n: toNumber(row.n) ?? 0,
    };
  });
}

function listKeys(
  rows: readonly Row[],
  dimension: Dimension,
  name: 'key' | 'grp',
  { period, steps }: SeriesOptions,
): string[] {
  const present = [...new Set(rows.map((row) => toText(row[name])))];
  const { grain, members, rare = 0 } = dimension;
  if (members) return listMemberKeys(members, rare, present);
  if (grain === undefined) return present;
  if (steps && dimension.isStep && !period) return [...steps];
  return listTimeKeys(grain, present.filter((key) => key !== '').sort(), period);
}

/** Steps from the first to the last, those without rows included: of the period, else of the times that are there. */
export function listTimeKeys(grain: Grain, times: string[], period: Period | undefined): string[] {
  const [from, to] = [times[0], times.at(-1)];
  const own = from && to ? { from: getFirstDay(grain, from), to: getFirstDay(grain, to) } : undefined;
  const range = period && countDays(period) <= mostFilledDays ? period : own;
  // Of years apart only those with data: the times between would be millions.
  if (range && countDays(range) > mostListedDays) return times;
  return range ? listGrainKeys(grain, range) : [];
}

/** All of a set, those that are rare only where they have rows; rows without one at the end. */
function listMemberKeys(members: readonly SetMember[], rare: number, present: readonly string[]): string[] {
  const keys = members.map(({ key }) => key).filter((key, at) => at >= rare || present.includes(key));
  return present.includes('') ? [...keys, ''] : keys;
}

/** Days of a period that is filled to its ends; one of more than ten years has an open end, and the data say where. */
const mostFilledDays = 3653;

function createKeyFormatter(dimension: Dimension | undefined, keys: string[], language: Language) {
  const { blank } = valueWords[language];
  const grain = dimension?.grain;
  const labels = new Map(dimension?.members?.map(({ key, label }) => [key, label]));
  if (labels.size > 0) return (key: string) => labels.get(key) ?? (key || blank);
  if (grain === undefined) return (key: string) => key || blank;
  // One year needs no naming; over the turn of the year 第 1 周 would be two weeks.
  const several = new Set(keys.map((key) => key.slice(0, 4))).size > 1;
  return (key: string) => formatTimeLabel(grain, key, several, language);
}

function formatTimeLabel(grain: Grain, key: string, withYear: boolean, language: Language): string {
  const words = valueWords[language];
  const [year = 0, second = 0, third = 0] = key.split(/-W?/).map(Number);
  const shown = withYear ? year : undefined;
  // The report's registry says what a week is called.
  if (grain === 'week') return key;
  if (grain === 'quarter') return words.quarter(Number(key.slice(-1)), shown);
  return grain === 'month' ? words.month(second, shown) : words.day(second, third, shown);
}

/** What tells the members of a series apart. */
export function buildMemberId({ key, group = '' }: { key: string; group?: string }): string {
  return `${key}\u0000${group}`;
}

function toText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

/** A solution as the row that SQL would give. */
export function toSolutionRow({ value, numerator, denominator, n }: Solution): Row {
  return { value, numerator: numerator ?? null, denominator: denominator ?? null, n };
}

/** One row a group of the rows' `key` and `grp`, each group solved for itself, in order of appearance. */
export function solveGroups(
  rows: readonly Row[],
  metric: AnyMetric,
  params: unknown,
  preRows: readonly Row[] = [],
): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = JSON.stringify([row.key ?? null, row.grp ?? null]);
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return [...groups.values()].map((own) => {
    const { key = null, grp = null } = own[0] ?? {};
    return { key, grp, ...toSolutionRow(metric.solve?.(own, params, preRows) ?? { value: null, n: 0 }) };
  });
}

/** The members a model names itself. */
export function buildSolutionMembers({ points = [], n }: Solution, language: Language): SeriesMember[] {
  return points.map((point) => ({
    key: point.key,
    label: point.label[language],
    value: toNumber(point.value),
    n: point.n ?? n,
  }));
}
