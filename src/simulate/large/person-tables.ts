/** Tables whose rows are about single people: a larger world has more of them. */
export const personTables: ReadonlySet<string> = new Set([
  'churn_scores',
  'clicks',
  'coupons',
  'events',
  'experiment_users',
  'fraud_flags',
  'id_map',
  'membership',
  'nps',
  'orders',
  'outreach',
  'referrals',
  'survey',
  'tickets',
  'ugc',
  'user_tier_snapshot',
  'users',
]);

/** Columns of ids that are a letter and a number counted from 1: worlds side by side count on. */
export const serialColumns: ReadonlySet<string> = new Set([
  'author_id',
  'crm_id',
  'event_id',
  'invitee_id',
  'inviter_id',
  'msg_id',
  'order_id',
  'post_id',
  'resp_id',
  'session_id',
  'ticket_id',
  'user_id',
]);

/** Other columns that name something of one world: worlds side by side put their number behind it. */
export const suffixedColumns: ReadonlySet<string> = new Set(['coupon_id', 'device_hash', 'ip_hash']);
