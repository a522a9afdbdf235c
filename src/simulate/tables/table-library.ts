import { adSpend } from './ad-spend-table.ts';
import { benchmarks } from './benchmarks-table.ts';
import { budget } from './budget-table.ts';
import { campaignExposure } from './campaign-exposure-table.ts';
import { campaigns } from './campaigns-table.ts';
import { churnScores } from './churn-scores-table.ts';
import { clicks } from './clicks-table.ts';
import { contentCalendar } from './content-calendar-table.ts';
import { contentMetrics } from './content-metrics-table.ts';
import { coupons } from './coupons-table.ts';
import { events } from './events-table.ts';
import { experimentArms } from './experiment-arms-table.ts';
import { experimentUsers } from './experiment-users-table.ts';
import { experiments } from './experiments-table.ts';
import { fraudFlags } from './fraud-flags-table.ts';
import { funnelDef } from './funnel-def-table.ts';
import { goals } from './goals-table.ts';
import { idMap } from './id-map-table.ts';
import { members } from './members-table.ts';
import { membership } from './membership-table.ts';
import { mentions } from './mentions-table.ts';
import { mentorSessions } from './mentor-sessions-table.ts';
import { nps } from './nps-table.ts';
import { orders } from './orders-table.ts';
import { outreach } from './outreach-table.ts';
import { partners } from './partners-table.ts';
import { recon } from './recon-table.ts';
import { referrals } from './referrals-table.ts';
import { reviewLog } from './review-log-table.ts';
import { searchIndex } from './search-index-table.ts';
import type { SimulatedTable } from './simulated-table.ts';
import { survey } from './survey-table.ts';
import { tasks } from './tasks-table.ts';
import { tickets } from './tickets-table.ts';
import { topicPool } from './topic-pool-table.ts';
import { traffic } from './traffic-table.ts';
import { ugc } from './ugc-table.ts';
import { userTierSnapshot } from './user-tier-snapshot-table.ts';
import { users } from './users-table.ts';
import { weeklyReview } from './weekly-review-table.ts';

/** Tables that any world can be viewed by, under the names of their files. */
const libraryTables = {
  ad_spend: adSpend,
  benchmarks,
  budget,
  campaign_exposure: campaignExposure,
  campaigns,
  churn_scores: churnScores,
  clicks,
  content_calendar: contentCalendar,
  content_metrics: contentMetrics,
  coupons,
  events,
  experiment_arms: experimentArms,
  experiment_users: experimentUsers,
  experiments,
  fraud_flags: fraudFlags,
  funnel_def: funnelDef,
  goals,
  id_map: idMap,
  members,
  membership,
  mentions,
  mentor_sessions: mentorSessions,
  nps,
  orders,
  outreach,
  partners,
  recon,
  referrals,
  review_log: reviewLog,
  search_index: searchIndex,
  survey,
  tasks,
  tickets,
  topic_pool: topicPool,
  traffic,
  ugc,
  user_tier_snapshot: userTierSnapshot,
  users,
  weekly_review: weeklyReview,
} satisfies Record<string, SimulatedTable>;

type LibraryTable = keyof typeof libraryTables;

/** The tables of these names and a report's own ones, in alphabetical order: files are written in it. */
export function pickTables(
  names: readonly LibraryTable[] | 'all',
  own: Record<string, SimulatedTable>,
): Record<string, SimulatedTable> {
  const picked = Object.entries(libraryTables).filter(
    ([name]) => names === 'all' || names.includes(name as LibraryTable),
  );
  return Object.fromEntries([...picked, ...Object.entries(own)].sort(([a], [b]) => (a < b ? -1 : 1)));
}
