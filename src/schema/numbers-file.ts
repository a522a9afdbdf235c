import { z } from 'zod';

const day = z.iso.date();
const number = z.number().nullable();
const period = z.strictObject({ from: day, to: day }).meta({ description: 'both ends inclusive' });
const shown = z.strictObject({
  value: number.meta({ description: 'null where it cannot be told' }),
  text: z.string().meta({ description: 'as the report shows it' }),
});

const account = z.strictObject({
  table: z.string(),
  rows: z.int().meta({ description: 'all there are' }),
  tests: z.int().meta({ description: 'of test accounts, left out' }),
  filtered: z.int().meta({ description: 'left out by its own condition' }),
  undated: z.int().meta({ description: 'left out since their time is empty' }),
  outside: z.int().meta({ description: 'outside of its period, left out' }),
  beyond: z.int().meta({ description: "read, though outside of the report's period" }),
  unknown: z.int().meta({ description: 'read, with an empty cell that its condition looks at' }),
  blank: z
    .array(z.strictObject({ column: z.string(), rows: z.int() }))
    .meta({ description: 'read, with an empty number' }),
});

const point = z.strictObject({
  key: z.string().meta({ description: 'as in the data: 2026-W10, sem' }),
  label: z.string(),
  group: z.string().optional().meta({ description: 'second dimension' }),
  value: number,
  text: z.string(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  n: z.number().meta({ description: 'observations' }),
  cut: z
    .literal(true)
    .optional()
    .meta({ description: 'a step of time that an end of the period or of the data cuts' }),
});

const source = z.strictObject({
  table: z.string(),
  file: z.string().meta({ description: 'from the root of the course' }),
  sheet: z.string().optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.int(),
  days: z
    .strictObject({ column: z.string(), from: day, to: day })
    .optional()
    .meta({ description: 'first and last day in its first column of times: up to when there are data' }),
  leftOut: z.array(z.string()).meta({ description: 'what of its file is no data, each as a sentence' }),
});

const value = z.strictObject({
  name: z.string(),
  label: z.string().optional(),
  value: number.meta({ description: 'not rounded' }),
  text: z.string(),
  unit: z.string(),
  direction: z.enum(['higher', 'lower', 'none']).meta({ description: 'which way is good' }),
  kind: z.enum(['metric', 'formula', 'sql']),
  metric: z.strictObject({ id: z.string(), name: z.string(), definition: z.string() }).optional(),
  formula: z.string(),
  worked: z.string().optional().meta({ description: 'the formula with the numbers in it' }),
  inputs: z.array(z.string()).meta({ description: 'names of the values a formula is made of' }),
  numerator: shown.optional(),
  denominator: shown.optional(),
  interval: z
    .strictObject({
      low: z.number(),
      high: z.number(),
      level: z.number(),
      method: z.string(),
      text: z.string(),
    })
    .optional(),
  target: shown.optional(),
  baseline: shown.optional(),
  attainment: shown.extend({ outcome: z.enum(['exceeded', 'met', 'missed', 'open']) }).optional(),
  filter: z.string().optional(),
  period: period
    .optional()
    .meta({ description: 'of the value, where it is asked for; else that of the report' }),
  note: z.string().optional(),
  sql: z.string().optional(),
  tables: z.array(z.string()).meta({ description: 'names in `tables` of the file' }),
  rows: z.int().meta({ description: 'rows it was computed from' }),
  account: account.optional().meta({ description: 'rows of its table, used and left out' }),
  series: z.array(point),
  cited: z.array(
    z.strictObject({
      chapter: z.string().meta({ description: 'slug; empty for the abstract' }),
      label: z.string(),
      anchor: z.string(),
    }),
  ),
  defined: z.string().meta({ description: 'file, line and column' }),
});

/** `numbers.json`: the ledger of a report as data. */
export const numbersFile = z.strictObject({
  $schema: z.string(),
  report: z.string(),
  title: z.string(),
  language: z.enum(['zh', 'en']),
  team: z.string(),
  period,
  simulated: z.boolean(),
  tables: z.array(source),
  values: z.array(value),
});

export type NumbersFile = z.infer<typeof numbersFile>;
