/** The series that anomalies are looked for in: one number a day, or one a row. */
import { z } from 'zod';
import { addDays } from '../../base/calendar.ts';
import { time } from '../column.ts';
import { type Ask, type ColumnNeed, ParameterError, type Solution } from '../metric.ts';
import type { Band } from '../models/usual.ts';
import { numberOf, observe, type Row, textOf } from '../observe.ts';

export interface Series {
  each: 'day' | 'row';
  how: 'sum' | 'mean' | 'count';
}

export const series = {
  each: z.enum(['day', 'row']).default('day').meta({
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

export function seriesSql(ask: Ask<Series>): string {
  const { column, time: at } = ask.columns;
  if (ask.keys.some((key) => key.timed)) {
    throw new ParameterError('by', {
      zh: '异常检测自己按时间看，只能按列分，不能按 day、week、month 分',
      en: 'anomalies go by time themselves; split them by columns only, not by day, week or month',
    });
  }
  const only = [`${column} IS NOT NULL`, `${at} IS NOT NULL`];
  if (ask.params.each === 'row') {
    const read = { at: `CAST(${at} AS VARCHAR)`, x: `CAST(${column} AS DOUBLE)` };
    return observe(ask, { read, only, order: [at!] });
  }
  const x = `CAST(${HOW[ask.params.how]}(${column}) AS DOUBLE)`;
  return observe(ask, { by: { at: `strftime(${ask.day}, '%Y-%m-%d')` }, read: { x }, only });
}

export interface Observed {
  at: string;
  x: number;
}

/** Days without rows lie in between as 0 where days are sums or counts: nothing happened. Means have no such days. */
export function observed(rows: readonly Row[], { each, how }: Series): Observed[] {
  const all = rows.map((row) => ({ at: textOf(row.at), x: numberOf(row.x) ?? 0 }));
  if (each === 'row' || how === 'mean' || all.length === 0) return all;
  const known = new Map(all.map((one) => [one.at, one.x]));
  const filled: Observed[] = [];
  const end = all.at(-1)!.at;
  for (let day = all[0]!.at; day <= end; day = addDays(day, 1))
    filled.push({ at: day, x: known.get(day) ?? 0 });
  return filled;
}

/** A drawing of more points shows none of them. */
const mostDrawn = 5_000;

/** How many anomalies, and when. */
export function found(
  all: readonly Observed[],
  places: readonly number[] | undefined,
  usual: Band | undefined,
): Solution {
  if (places === undefined) return { value: null, n: all.length };
  const points = places.map((place) => {
    const { at } = all[place]!;
    return { key: at, label: { zh: at, en: at }, value: 1, n: 1 };
  });
  const told = places.slice(0, 10).map((place) => `${all[place]!.at}（${shortNumber(all[place]!.x)}）`);
  const more = places.length > told.length ? ' …' : '';
  return {
    value: places.length,
    n: all.length,
    points,
    ...(all.length <= mostDrawn && { curve: curveOf(all, places, usual) }),
    ...(told.length > 0 && {
      note: {
        zh: `异常点：${told.join('、')}${more}。`,
        en: `Anomalies: ${told.map((one) => one.replace('（', ' (').replace('）', ')')).join(', ')}${more}.`,
      },
    }),
  };
}

function curveOf(all: readonly Observed[], places: readonly number[], usual: Band = []): Solution['curve'] {
  const called = new Set(places);
  return {
    form: 'anomalies',
    points: all.map(({ at, x }, i) => ({ x: at, y: x, ...usual[i], ...(called.has(i) && { called: true }) })),
  };
}

function shortNumber(x: number): string {
  return String(Number(x.toPrecision(6)));
}
