import type { Cell } from '../../base/source-table.ts';
import type { Facts } from './facts.ts';

/** 安抚—补偿—跟进: the three steps with a bad review, in order. */
const steps = ['安抚', '补偿', '跟进'] as const;

export const caseTables = {
  crisis_cases: ['case_id', 'summary', 'soothed_at', 'compensated_at', 'followed_at'],
} as const;

const columns = { 安抚: 'soothed_at', 补偿: 'compensated_at', 跟进: 'followed_at' } as const;

interface CrisisCase {
  row: Cell | undefined;
  summary: string;
  closed: boolean;
  /** Seconds; null while a step has not been taken. */
  taken: { step: (typeof steps)[number]; column: string; at: number | null }[];
}

export async function readCases({ query, numbered, has }: Facts): Promise<CrisisCase[]> {
  const closed = has('crisis_cases', 'closed') ? 'closed' : 'false';
  const rows = await query(
    `select row_no, summary, ${closed} as closed, epoch(soothed_at) as soothed_at,
       epoch(compensated_at) as compensated_at, epoch(followed_at) as followed_at
     from ${numbered('crisis_cases')} order by row_no`,
  );
  return rows.map((row) => ({
    row: row.row_no,
    summary: String(row.summary),
    closed: row.closed === true,
    taken: steps.map((step) => {
      const at = row[columns[step]];
      return { step, column: columns[step], at: typeof at === 'number' ? at : null };
    }),
  }));
}
