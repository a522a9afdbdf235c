/** `during` of metrics.yaml: what period is meant. */
import {
  getFirstDay,
  getLastDay,
  listGrainKeys,
  type Period,
  parsePeriod,
  toGrainKey,
} from '../../../base/calendar-days.ts';
import type { Place } from '../../../base/place.ts';
import { createProblem } from '../../../problems/catalog.ts';
import { type Phase, ValueError } from '../computed-value.ts';

interface Calendar {
  /** Of the report. */
  period: Period;
  phases: readonly Phase[];
  /** Last day of the data: weeks that are not over then are none of the last. */
  dataDate?: string | undefined;
}

/**
 * `report`, `2026-03`, `2026-W10`, a day, `day..day`, a phase by id or title, `first 4 weeks`, `last 4 weeks` (whole weeks
 * inside of the report's period, up to the data date). Throws ValueError.
 */
export function resolvePeriod(during: string, calendar: Calendar, place: Place): Period {
  const found = findPeriod(during.trim(), calendar);
  if (found) return found;
  const weeks = /^(?:first|last) (\d{1,3}) weeks?$/.exec(during.trim())?.[1];
  if (weeks !== undefined && Number(weeks) > 0) {
    const params = {
      found: during,
      weeks: listWholeWeeks(cutPeriod(calendar)).length,
      ...cutPeriod(calendar),
    };
    throw new ValueError(createProblem('weeks-beyond-period', place, params));
  }
  const phases = calendar.phases.map(({ id }) => id).join('、');
  throw new ValueError(createProblem('bad-period', place, { found: during, phases }));
}

function findPeriod(during: string, calendar: Calendar): Period | undefined {
  const { period, phases } = calendar;
  if (during === 'report') return period;
  const phase = phases.find(({ id, title }) => id === during || title === during);
  if (phase) return { from: phase.from, to: phase.to };
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(during))
    return { from: getFirstDay('month', during), to: getLastDay('month', during) };
  if (/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(during)) return findWeek(during);
  if (/^\d{4}-Q[1-4]$/.test(during))
    return { from: getFirstDay('quarter', during), to: getLastDay('quarter', during) };
  const weeks = /^(first|last) (\d{1,3}) weeks?$/.exec(during);
  return weeks ? findWeeks(weeks[1] === 'first', Number(weeks[2]), cutPeriod(calendar)) : parsePeriod(during);
}

/** The part of the report's period of which there are data. */
export function cutPeriod({ period, dataDate }: Pick<Calendar, 'period' | 'dataDate'>): Period {
  return dataDate !== undefined && dataDate < period.to ? { ...period, to: dataDate } : period;
}

/** Not every year has a week 53. */
function findWeek(key: string): Period | undefined {
  const from = getFirstDay('week', key);
  return toGrainKey('week', from) === key ? { from, to: getLastDay('week', key) } : undefined;
}

const listWholeWeeks = ({ from, to }: Period): string[] =>
  listGrainKeys('week', { from, to }).filter(
    (key) => getFirstDay('week', key) >= from && getLastDay('week', key) <= to,
  );

function findWeeks(fromStart: boolean, count: number, period: Period): Period | undefined {
  const whole = listWholeWeeks(period);
  const chosen = fromStart ? whole.slice(0, count) : whole.slice(-count);
  const [first, last] = [chosen[0], chosen.at(-1)];
  if (count === 0 || chosen.length < count || !first || !last) return undefined;
  return { from: getFirstDay('week', first), to: getLastDay('week', last) };
}
