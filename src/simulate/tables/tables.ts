import { adSpend } from './ad-spend.ts';
import { benchmarks } from './benchmarks.ts';
import { campaignExposure } from './campaign-exposure.ts';
import { campaigns } from './campaigns.ts';
import { contentCalendar } from './content-calendar.ts';
import { contentMetrics } from './content-metrics.ts';
import { events } from './events.ts';
import { experimentUsers } from './experiment-users.ts';
import { funnelDef } from './funnel-def.ts';
import { goals } from './goals.ts';
import { members } from './members.ts';
import { mentorSessions } from './mentor-sessions.ts';
import { nps } from './nps.ts';
import { orders } from './orders.ts';
import { referrals } from './referrals.ts';
import { reviewLog } from './review-log.ts';
import { searchIndex } from './search-index.ts';
import type { SimulatedTable } from './table.ts';
import { tasks } from './tasks.ts';
import { tickets } from './tickets.ts';
import { traffic } from './traffic.ts';
import { users } from './users.ts';
import { weeklyReview } from './weekly-review.ts';

/** Every table the simulator writes, by the name of its file. */
export const simulatedTables = {
  ad_spend: adSpend,
  benchmarks,
  campaign_exposure: campaignExposure,
  campaigns,
  content_calendar: contentCalendar,
  content_metrics: contentMetrics,
  events,
  experiment_users: experimentUsers,
  funnel_def: funnelDef,
  goals,
  members,
  mentor_sessions: mentorSessions,
  nps,
  orders,
  referrals,
  review_log: reviewLog,
  search_index: searchIndex,
  tasks,
  tickets,
  traffic,
  users,
  weekly_review: weeklyReview,
} satisfies Record<string, SimulatedTable>;
