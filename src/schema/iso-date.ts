import { z } from 'zod';

/** A calendar day, `2026-03-02`. Text in, text out: no time zone can move it. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(
    (text) =>
      !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
      new Date(`${text}T00:00:00Z`).toISOString().startsWith(text),
  );

/** First and last day, both inclusive. */
export const isoPeriod = z
  .strictObject({
    from: isoDate.meta({ description: '第一天，含当天（first day, inclusive）：2026-03-02' }),
    to: isoDate.meta({ description: '最后一天，含当天（last day, inclusive）：2026-06-28' }),
  })
  .refine((period) => period.from <= period.to, { message: 'from-after-to', path: ['to'] });

/** A period as written: `{ from: …, to: … }`, or `2026-03-02..2026-06-28` as in metrics.yaml. */
export const writtenPeriod = z.union([
  isoPeriod,
  z
    .string()
    .regex(/^\s*\d{4}-\d{2}-\d{2}\s*\.\.\s*\d{4}-\d{2}-\d{2}\s*$/)
    .transform((text) => {
      const [from = '', to = ''] = text.split('..').map((day) => day.trim());
      return { from, to };
    })
    .pipe(isoPeriod),
]);
