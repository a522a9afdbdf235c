import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { KnownTable } from '../../schema/tables/known-tables.ts';
import type { DataRule, Facts } from '../facts/facts.ts';

/** Ids that are at home in another table. Events are not among them: a visitor need not be a user. */
const links: readonly (readonly [KnownTable, string, KnownTable, string])[] = [
  ['orders', 'user_id', 'users', 'user_id'],
  ['membership', 'user_id', 'users', 'user_id'],
  ['user_tier_snapshot', 'user_id', 'users', 'user_id'],
  ['churn_scores', 'user_id', 'users', 'user_id'],
  ['referrals', 'inviter_id', 'users', 'user_id'],
  ['referrals', 'invitee_id', 'users', 'user_id'],
  ['id_map', 'user_id', 'users', 'user_id'],
  ['fraud_flags', 'user_id', 'users', 'user_id'],
  ['outreach', 'user_id', 'users', 'user_id'],
  ['coupons', 'order_id', 'orders', 'order_id'],
  ['review_log', 'content_id', 'content_calendar', 'content_id'],
  ['content_metrics', 'content_id', 'content_calendar', 'content_id'],
  ['membership', 'level', 'membership_levels', 'level'],
  ['content_calendar', 'topic_id', 'topic_pool', 'topic_id'],
  ['experiment_arms', 'exp_id', 'experiments', 'exp_id'],
  ['nps', 'ticket_id', 'tickets', 'ticket_id'],
  ['referrals', 'campaign_id', 'campaigns', 'campaign_id'],
];

export const unknownId: DataRule = {
  title: { zh: '编号在对应的表里', en: 'Ids are at home in their table' },
  why: {
    zh: '表之间靠编号相连，对不上的行在合并时会丢失。',
    en: 'Tables meet by their ids: rows without a partner get lost.',
  },
  needs: {},
  async find(facts) {
    const found: Problem[] = [];
    for (const link of links) {
      const [table, column, home, id] = link;
      if (facts.has(table, column) && facts.has(home, id)) found.push(...(await findUnknownIds(facts, link)));
    }
    return found;
  },
};

async function findUnknownIds(
  facts: Facts,
  [table, column, home, id]: (typeof links)[number],
): Promise<Problem[]> {
  const [row] = await facts.query(
    `select count(*) as count, min(row_no) as row_no, arg_min(${column}, row_no) as id from ${facts.numbered(table)}
     where ${column} is not null and ${column} not in (select ${id} from ${home} where ${id} is not null)`,
  );
  const count = Number(row?.count ?? 0);
  if (count === 0) return [];
  const place = facts.getPlace(table, row?.row_no, column);
  return [createProblem('unknown-id', place, { column, id: String(row?.id), table: home, count })];
}
