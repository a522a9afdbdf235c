/** Time between two moments by the clock, or in working hours only. */
import { z } from 'zod';
import { quoteSqlText } from '../../../base/quoting.ts';
import { workdayParams } from '../../shared-params.ts';

export interface WorkClock {
  clock: 'hours' | 'workdays';
  open: number;
  close: number;
  holidays: string[];
  workdays: string[];
}

const hour = z.number().min(0).max(24);

/** Parameters of metrics that count hours. */
export const clockParams = {
  clock: z.enum(['hours', 'workdays']).default('hours').meta({
    description:
      'hours 按钟表时间（夜间、周末都算），workdays 只算工作日的上班时间（hours of the clock, or working hours only）',
  }),
  open: hour.default(9).meta({ description: '几点上班，用于 workdays（when work begins）' }),
  close: hour.default(18).meta({ description: '几点下班，用于 workdays（when work ends）' }),
  ...workdayParams,
};

/** Hours from one SQL moment to another, in the zone of the session. */
export function buildHoursBetweenSql(from: string, to: string, clock: WorkClock): string {
  const [start, end] = [`CAST(${from} AS TIMESTAMPTZ)`, `CAST(${to} AS TIMESTAMPTZ)`];
  if (clock.clock === 'hours') return `(epoch(${end}) - epoch(${start})) / 3600.0`;
  const at = (time: number) => `epoch(CAST(d + INTERVAL ${Math.round(60 * time)} MINUTE AS TIMESTAMPTZ))`;
  const spent = `greatest(0, least(epoch(${end}), ${at(clock.close)}) - greatest(epoch(${start}), ${at(clock.open)}))`;
  // A mistyped year would be gone through day by day.
  const first = `greatest(CAST(${start} AS DATE), CAST(${end} AS DATE) - INTERVAL 20 YEAR)`;
  const days = `generate_series(${first}, CAST(${end} AS DATE), INTERVAL 1 DAY)`;
  return `list_sum(list_transform(${days}, lambda d: CASE WHEN ${buildWorkdayCondition(clock)} THEN ${spent} ELSE 0 END)) / 3600.0`;
}

function buildWorkdayCondition({ holidays, workdays }: WorkClock): string {
  const among = (all: string[]) =>
    `CAST(d AS DATE) IN (${all.map((day) => `DATE ${quoteSqlText(day)}`).join(', ')})`;
  const usual = 'isodow(d) < 6';
  const open = holidays.length > 0 ? `(${usual} AND NOT ${among(holidays)})` : usual;
  return workdays.length > 0 ? `(${among(workdays)} OR ${open})` : open;
}
