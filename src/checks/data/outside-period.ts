import type { Problem } from '../../base/problem.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { KnownTable } from '../../schema/tables/known-tables.ts';
import type { DataRule, Facts } from '../facts/facts.ts';

/** What the training itself is made of. Users, orders or searches from before are a baseline, and welcome. */
const columns: readonly (readonly [table: KnownTable, column: string])[] = [
  ['weekly_review', 'date'],
  ['mentor_sessions', 'date'],
  ['decision_log', 'date'],
  ['tasks', 'start_date'],
  ['tasks', 'end_date'],
  ['campaigns', 'start_date'],
  ['campaigns', 'end_date'],
  ['review_log', 'at'],
  ['content_calendar', 'published_at'],
];

export const outsidePeriod: DataRule = {
  title: { zh: '日期在实训期内', en: 'Dates lie within the training' },
  why: {
    zh: '实训的活动都在 period 之内，超出的多半是年份或月份写错。',
    en: 'What the team did lies within period; what does not is mostly a wrong year or month.',
  },
  needs: {},
  async find(facts) {
    const found: Problem[] = [];
    for (const [table, column] of columns) {
      if (facts.has(table, column)) found.push(...(await findStrays(facts, table, column)));
    }
    return found;
  },
};

async function findStrays(facts: Facts, table: KnownTable, column: string): Promise<Problem[]> {
  const { from, to } = facts.period;
  const rows = await facts.query(
    `select row_no, cast(cast(${quoteSqlName(column)} as date) as varchar) as day from ${facts.numbered(table)}
     where cast(${quoteSqlName(column)} as date) not between date '${from}' and date '${to}' order by row_no limit 100`,
  );
  return rows.map(({ row_no, day }) =>
    createProblem('outside-period', facts.getPlace(table, row_no, column), {
      column,
      date: String(day),
      from,
      to,
    }),
  );
}
