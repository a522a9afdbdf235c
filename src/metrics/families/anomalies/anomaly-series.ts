/** The series that anomalies are looked for in: one number a day, or one a row. */
import { z } from 'zod';
import { addDays, countDays, mostListedDays } from '../../../base/calendar-days.ts';
import type { ColumnNeed, MetricQuery, Solution } from '../../metric.ts';
import { time } from '../../shared-columns.ts';
import { buildObservationsSql, type Row, toNumber, toText } from '../../sql/observations.ts';
import type { UsualBand } from '../../statistics/time-series/usual-band.ts';
import { refuseTimedKeys } from '../../timed-keys.ts';

export interface SeriesParams {
  step: 'day' | 'row';
  how: 'sum' | 'mean' | 'count';
}

export const seriesShape = {
  step: z.enum(['day', 'row']).default('day').meta({
    description: '每天汇总为一个数，或每行一个数：day、row（one number a day, or one a row）',
  }),
  how: z.enum(['sum', 'mean', 'count']).default('sum').meta({
    description: '每天怎样汇总：sum 合计、mean 平均、count 行数（how a day is summed up）',
  }),
};

export const columns: Record<string, ColumnNeed> = {
  column: {
    names: ['value', 'sessions', 'index'],
    meaning: { zh: '要检查的列', en: 'column to look at' },
  },
  time: { ...time, names: ['timestamp', ...time.names], optional: false },
};

export const periodDays = z.number().int().min(2).max(366).default(7).meta({
  description: '一个周期有多少个点，默认 7（points of a season: 7 for days of the week）',
});

const HOW = { sum: 'sum', mean: 'avg', count: 'count' } as const;

export function buildSeriesSql(query: MetricQuery<SeriesParams>): string {
  const { column, time: at } = query.columns;
  refuseTimedKeys(query.keys, {
    zh: '异常检测自己按时间看，只能按列分，不能按 day、week、month 分',
    en: 'anomalies go by time themselves; split them by columns only, not by day, week or month',
  });
  const only = [`${column} IS NOT NULL`, `${at} IS NOT NULL`];
  if (query.params.step === 'row') {
    const read = { at: `CAST(${at} AS VARCHAR)`, x: `CAST(${column} AS DOUBLE)` };
    return buildObservationsSql(query, { read, only, order: [at!] });
  }
  const x = `CAST(${HOW[query.params.how]}(${column}) AS DOUBLE)`;
  return buildObservationsSql(query, { by: { at: `strftime(${query.day}, '%Y-%m-%d')` }, read: { x }, only });
}

export interface Observation {
  at: string;
  x: number;
}

/** Days without rows lie in between as 0 where days are sums or counts: nothing happened. Means have no such days. */
export function toObservations(rows: readonly Row[], { step, how }: SeriesParams): Observation[] {
  const all = rows.map((row) => ({ at: toText(row.at), x: toNumber(row.x) ?? 0 }));
  if (step === 'row' || how === 'mean' || all.length === 0) return all;
  const known = new Map(all.map((one) => [one.at, one.x]));
  const from = all[0]!.at;
  const days = countDays({ from, to: all.at(-1)!.at });
  // A mistyped year lies far away from the rest: nothing is known of the days between.
  if (days > mostListedDays) return all;
  return Array.from({ length: days }, (_, i) => addDays(from, i)).map((at) => ({
    at,
    x: known.get(at) ?? 0,
  }));
}

/** A drawing of more points shows none of them. */
const maxDrawnPoints = 5_000;

/** How many anomalies, and when. */
export function buildAnomalySolution(
  all: readonly Observation[],
  places: readonly number[] | undefined,
  usual: UsualBand | undefined,
): Solution {
  if (places === undefined) return { value: null, n: all.length };
  const points = places.map((place) => {
    const { at } = all[place]!;
    return { key: at, label: { zh: at, en: at }, value: 1, n: 1 };
  });
  const listed = places
    .slice(0, 10)
    .map((place) => ({ ...all[place]!, way: findWay(all[place]!.x, usual?.[place]) }));
  const more = places.length > listed.length ? ' …' : '';
  return {
    value: places.length,
    n: all.length,
    points,
    ...(all.length <= maxDrawnPoints && { curve: buildAnomalyCurve(all, places, usual) }),
    ...(listed.length > 0 && {
      note: {
        zh: `异常点：${listed.map(({ at, x, way }) => `${at}（${formatShortNumber(x)}${ways[way].zh}）`).join('、')}${more}。`,
        en: `Anomalies: ${listed.map(({ at, x, way }) => `${at} (${formatShortNumber(x)}${ways[way].en})`).join(', ')}${more}.`,
      },
    }),
  };
}

const ways = {
  high: { zh: '，偏高', en: ', high' },
  low: { zh: '，偏低', en: ', low' },
  unknown: { zh: '', en: '' },
} as const;

function findWay(x: number, usual: UsualBand[number] | undefined): keyof typeof ways {
  if (!usual) return 'unknown';
  return x > usual.high ? 'high' : x < usual.low ? 'low' : 'unknown';
}

function buildAnomalyCurve(
  all: readonly Observation[],
  places: readonly number[],
  usual: UsualBand = [],
): Solution['curve'] {
  const called = new Set(places);
  return {
    form: 'anomalies',
    points: all.map(({ at, x }, i) => ({ x: at, y: x, ...usual[i], ...(called.has(i) && { called: true }) })),
  };
}

function formatShortNumber(x: number): string {
  return String(Number(x.toPrecision(6)));
}
