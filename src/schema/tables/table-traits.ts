import type { KnownTable } from './known-tables.ts';

/** How the rows of a table stand to time. */
export interface TableTraits {
  /** It is written whenever something happens: a step without rows within its days is one in which nothing did. */
  log?: true;
  /** It is written as a whole on some days: the column that says on which. */
  snapshot?: string;
}

const traits: Partial<Record<KnownTable, TableTraits>> = {
  events: { log: true },
  orders: { log: true },
  tickets: { log: true },
  referrals: { log: true },
  ugc: { log: true },
  coupons: { log: true },
  membership: { snapshot: 'date' },
  user_tier_snapshot: { snapshot: 'date' },
};

/** Of a known table. */
export function getTableTraits(name: string): TableTraits {
  return Object.hasOwn(traits, name) ? (traits[name as KnownTable] ?? {}) : {};
}

const members = ['members.member_id', 'members.name'];
const users = ['users.user_id'];

/** Columns of known tables that name a row of another table, as `table.column`: what is tried, in order. */
const references: Readonly<Record<string, readonly string[]>> = {
  owner: members,
  proposer: members,
  reviewer: members,
  agent: members,
  author_id: users,
  inviter_id: users,
  invitee_id: users,
};

/** Where a column of this name in a known table may lead, under another name. */
export function listReferences(column: string): readonly string[] {
  return Object.hasOwn(references, column) ? references[column]! : [];
}
