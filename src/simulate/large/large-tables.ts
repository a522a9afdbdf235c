import type { Field } from '../output/format-csv.ts';

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

interface AdditiveColumns {
  sum: readonly string[];
  mean?: { column: string; by: string };
}

/** Tables of days: columns that are added over worlds side by side, and those that are means by a count. */
export const additiveTables: Record<string, AdditiveColumns> = {
  ad_spend: { sum: ['impressions', 'clicks', 'cost', 'conversions', 'revenue'] },
  traffic: {
    sum: ['sessions', 'users', 'engaged_sessions', 'bounces', 'conversions'],
    mean: { column: 'avg_engagement_s', by: 'sessions' },
  },
  recon: { sum: ['value'] },
  experiment_arms: { sum: ['n', 'successes', 'sum', 'sumsq', 'assigned', 'assigned_successes'] },
};

/** Tables that say what all rows together came to: left out of a large world. */
export const summaryTables: ReadonlySet<string> = new Set([
  'budget',
  'decision_log',
  'incidents',
  'okr',
  'partners',
]);

/** Rows of many worlds, those with the same other columns as one; money keeps two decimals, a mean one. */
export class TableSums {
  readonly #summed: readonly number[];
  readonly #apart: readonly number[];
  readonly #mean: number;
  readonly #by: number;
  readonly #rows = new Map<string, { row: Field[]; total: number }>();

  constructor(table: string, columns: readonly string[]) {
    const { sum, mean } = additiveTables[table]!;
    const places = columns.map((_, at) => at);
    this.#summed = places.filter((at) => sum.includes(columns[at]!));
    this.#mean = columns.indexOf(mean?.column ?? '');
    this.#by = columns.indexOf(mean?.by ?? '');
    this.#apart = places.filter((at) => !this.#summed.includes(at) && at !== this.#mean);
  }

  add(rows: readonly Field[][]): void {
    for (const row of rows) {
      const key = this.#apart.map((at) => row[at]).join('\t');
      const total = Number(row[this.#mean]) * Number(row[this.#by]);
      const sums = this.#rows.get(key);
      if (!sums) {
        this.#rows.set(key, { row: [...row], total });
        continue;
      }
      sums.total += total;
      for (const at of this.#summed) sums.row[at] = addFields(sums.row[at]!, row[at]!);
    }
  }

  /** In the order in which they came. */
  rows(): Field[][] {
    return Array.from(this.#rows.values(), ({ row, total }) => {
      if (this.#mean < 0) return row;
      return row.with(this.#mean, (total / Math.max(1, Number(row[this.#by]))).toFixed(1));
    });
  }
}

function addFields(a: Field, b: Field): Field {
  if (a === null || b === null) return a ?? b;
  const total = Number(a) + Number(b);
  return typeof a === 'string' ? total.toFixed(2) : total;
}
