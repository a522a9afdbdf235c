/** Parameters of metrics, described where they are declared. */
import { z } from 'zod';

/** No parameters besides columns. */
export const none = z.strictObject({});

export const eventName = z.string().trim().min(1);

export const days = z.number().int().min(0).max(3660);

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
