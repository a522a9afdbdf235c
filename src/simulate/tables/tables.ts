import { decisionLog } from '../reports/growth-lab/decision-log.ts';
import { incidents } from '../reports/growth-lab/incidents.ts';
import { lessons } from '../reports/growth-lab/lessons.ts';
import { mentorComments } from '../reports/growth-lab/mentor-comments.ts';
import { okr } from '../reports/growth-lab/okr.ts';
import { platformMatrix } from '../reports/growth-lab/platform-matrix.ts';
import { skills } from '../reports/growth-lab/skills.ts';
import { sla } from '../reports/growth-lab/sla.ts';
import { trackingPlan } from '../reports/growth-lab/tracking-plan.ts';
import { voiceLog } from '../reports/growth-lab/voice-log.ts';
import { adSpend } from './ad-spend.ts';
import { benchmarks } from './benchmarks.ts';
import { budget } from './budget.ts';
import { campaignExposure } from './campaign-exposure.ts';
import { campaigns } from './campaigns.ts';
import { churnScores } from './churn-scores.ts';
import { clicks } from './clicks.ts';
import { contentCalendar } from './content-calendar.ts';
import { contentMetrics } from './content-metrics.ts';
import { coupons } from './coupons.ts';
import { events } from './events.ts';
import { experimentArms } from './experiment-arms.ts';
import { experimentUsers } from './experiment-users.ts';
import { experiments } from './experiments.ts';
import { fraudFlags } from './fraud-flags.ts';
import { funnelDef } from './funnel-def.ts';
import { goals } from './goals.ts';
import { idMap } from './id-map.ts';
import { members } from './members.ts';
import { membership } from './membership.ts';
import { mentions } from './mentions.ts';
import { mentorSessions } from './mentor-sessions.ts';
import { nps } from './nps.ts';
import { orders } from './orders.ts';
import { outreach } from './outreach.ts';
import { partners } from './partners.ts';
import { recon } from './recon.ts';
import { referrals } from './referrals.ts';
import { reviewLog } from './review-log.ts';
import { searchIndex } from './search-index.ts';
import { survey } from './survey.ts';
import type { SimulatedTable } from './table.ts';
import { tasks } from './tasks.ts';
import { tickets } from './tickets.ts';
import { topicPool } from './topic-pool.ts';
import { traffic } from './traffic.ts';
import { ugc } from './ugc.ts';
import { userTierSnapshot } from './user-tier-snapshot.ts';
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
  budget: budget,
  churn_scores: churnScores,
  clicks: clicks,
  coupons: coupons,
  experiment_arms: experimentArms,
  experiments: experiments,
  fraud_flags: fraudFlags,
  id_map: idMap,
  membership: membership,
  mentions: mentions,
  outreach: outreach,
  partners: partners,
  recon: recon,
  survey: survey,
  topic_pool: topicPool,
  ugc: ugc,
  user_tier_snapshot: userTierSnapshot,
  decision_log: decisionLog,
  incidents: incidents,
  lessons: lessons,
  mentor_comments: mentorComments,
  okr: okr,
  platform_matrix: platformMatrix,
  skills: skills,
  sla: sla,
  tracking_plan: trackingPlan,
  voice_log: voiceLog,
} satisfies Record<string, SimulatedTable>;
