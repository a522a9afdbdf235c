/** Parameters of metrics, described where they are declared. */
import { z } from 'zod';
import { isoDate } from '../schema/iso-date.ts';

/** Of a metric that has no parameters besides columns. */
export type NoParams = Record<string, never>;

export const none = z.strictObject({});

export const eventName = z.string().trim().min(1);

export const days = z.number().int().min(0).max(3660);

export const margin = z
  .number()
  .positive()
  .max(1)
  .default(1)
  .meta({ description: '毛利率 0–1，默认 1 即按收入算（gross margin; 1 counts revenue）' });

/** Which days are worked, besides the days of the week. */
export const workdayParams = {
  holidays: z.array(isoDate).default([]).meta({ description: '周一至周五中的放假日（weekdays off）' }),
  workdays: z
    .array(isoDate)
    .default([])
    .meta({ description: '周末中的上班日，即调休（weekend days worked）' }),
};

/** The second table of a metric of two: its parameter, and the condition on its rows. */
export function createTableParams(usual: string, zh: string, en: string) {
  return {
    table: z
      .string()
      .trim()
      .min(1)
      .default(usual)
      .meta({ description: `${zh}的表，默认 ${usual}（table of ${en}）` }),
    where: z.string().trim().min(1).optional().meta({
      description: `只计该表中符合条件的行，SQL；where 只管第一张表（condition on the rows of that table; where is for the first）`,
    }),
  };
}
