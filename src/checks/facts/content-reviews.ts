import type { Cell } from '../../base/source-table.ts';
import type { Facts } from './facts.ts';

export const stages = ['初审', '校对', '终审'] as const;
type Stage = (typeof stages)[number];

/** Columns that the reviews are read from. */
export const reviewTables = {
  content_calendar: ['content_id', 'title', 'published_at'],
  review_log: ['content_id', 'stage', 'reviewer', 'at', 'verdict'],
} as const;

/** A piece of content that was published, with the last pass of each review before that. */
interface ReviewedPiece {
  row: Cell | undefined;
  title: string;
  /** `at` in seconds. */
  passed: Partial<Record<Stage, { at: number; reviewer: string; row: Cell | undefined }>>;
}

/** Published pieces; a review that was passed only after publishing does not count. */
export async function readReviews({ query, numbered }: Facts): Promise<ReviewedPiece[]> {
  const rows = await query(
    `select c.row_no as row_no, c.title as title, r.stage as stage, r.reviewer as reviewer, r.row_no as review_row,
       epoch(r."at") as seconds
     from ${numbered('content_calendar', 'c')}
     left join ${numbered('review_log', 'r')}
       on r.content_id = c.content_id and r.verdict = '通过' and r."at" <= c.published_at
     where c.published_at is not null order by c.row_no, seconds, r.row_no`,
  );
  const pieces = new Map<Cell | undefined, ReviewedPiece>();
  for (const { row_no, title, stage, reviewer, review_row, seconds } of rows) {
    const piece = pieces.get(row_no) ?? { row: row_no, title: String(title), passed: {} };
    pieces.set(row_no, piece);
    if (stages.includes(stage as Stage)) {
      piece.passed[stage as Stage] = {
        at: Number(seconds),
        reviewer: String(reviewer),
        row: review_row,
      };
    }
  }
  return [...pieces.values()];
}
