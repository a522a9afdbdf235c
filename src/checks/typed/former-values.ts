import { z } from 'zod';
import type { LedgerValue } from './ledger-numbers.ts';

/** A value as an older build had it. */
export interface FormerValue extends LedgerValue {
  text: string;
}

const number = z.number().nullable();
/** Of `numbers.json`, also as an older version of the program wrote it: no more than is looked at. */
const formerFile = z.object({
  report: z.string(),
  values: z.array(
    z.object({
      name: z.string(),
      label: z.string().optional(),
      value: number,
      text: z.string(),
      unit: z.string(),
      interval: z.object({ low: z.number(), high: z.number() }).optional(),
      attainment: z.object({ value: number }).optional(),
      series: z.array(
        z.object({ key: z.string(), label: z.string(), group: z.string().optional(), value: number }),
      ),
    }),
  ),
});

/** The values of a report's `numbers.json`; undefined where it is none. */
export function readFormerValues(text: string): { report: string; values: FormerValue[] } | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = formerFile.safeParse(data);
  if (!read.success) return undefined;
  const { report, values } = read.data;
  return {
    report,
    values: values.map(({ series: points, ...value }) => ({
      ...value,
      points: points.map(({ group, ...point }) => ({ ...point, ...(group !== undefined && { group }) })),
    })),
  };
}
