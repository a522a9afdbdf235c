import { z } from 'zod';
import { cardChecks } from '../base/card/report-card.ts';

const severity = z.enum(['error', 'warning', 'finding']);

const problem = z.strictObject({
  id: z.string().meta({ description: 'kebab-case, never renamed; the guide lists them all' }),
  severity,
  report: z.string().meta({ description: 'folder of the report; empty for files of the course' }),
  file: z.string().meta({ description: 'from the root of the course' }),
  line: z.int().optional().meta({ description: 'from 1' }),
  column: z.int().optional().meta({ description: 'from 1' }),
  cell: z.string().optional().meta({ description: 'of a workbook: SEM!C17' }),
  what: z.string(),
  cure: z.string(),
});

const cardLine = z.strictObject({
  check: z.enum(cardChecks),
  count: z.int().meta({ description: 'what holds, where there is `of`; else how many there are' }),
  of: z.int().optional().meta({ description: 'of so many; 0 where there is nothing that could hold' }),
  limit: z
    .number()
    .optional()
    .meta({ description: 'asked for by the course: at least so many per cent, or at most so many' }),
  outcome: z.enum(['kept', 'missed', 'waived']).optional().meta({ description: 'where a limit is set' }),
  waiver: z
    .strictObject({ reason: z.string(), until: z.iso.date() })
    .optional()
    .meta({ description: 'what excuses it' }),
});

const card = z.strictObject({
  report: z.string(),
  title: z.string(),
  date: z.iso.date().meta({ description: 'up to which there are data' }),
  lines: z.array(cardLine).meta({ description: 'one a check, always in this order' }),
});

/** What `check --format json` prints. */
export const checkFile = z.strictObject({
  counts: z.strictObject({ error: z.int(), warning: z.int(), finding: z.int() }),
  problems: z.array(problem),
  cards: z.array(card).optional().meta({ description: 'of every report that has a book' }),
});

export type CheckFile = z.infer<typeof checkFile>;
