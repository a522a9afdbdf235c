import { adSpend } from '../../tables/ad-spend-table.ts';
import { benchmarks } from '../../tables/benchmarks-table.ts';
import { budget } from '../../tables/budget-table.ts';
import { campaignExposure } from '../../tables/campaign-exposure-table.ts';
import { campaigns } from '../../tables/campaigns-table.ts';
import { churnScores } from '../../tables/churn-scores-table.ts';
import { clicks } from '../../tables/clicks-table.ts';
import { contentCalendar } from '../../tables/content-calendar-table.ts';
import { contentMetrics } from '../../tables/content-metrics-table.ts';
import { coupons } from '../../tables/coupons-table.ts';
import { events } from '../../tables/events-table.ts';
import { experimentArms } from '../../tables/experiment-arms-table.ts';
import { experimentUsers } from '../../tables/experiment-users-table.ts';
import { experiments } from '../../tables/experiments-table.ts';
import { fraudFlags } from '../../tables/fraud-flags-table.ts';
import { funnelDef } from '../../tables/funnel-def-table.ts';
import { goals } from '../../tables/goals-table.ts';
import { idMap } from '../../tables/id-map-table.ts';
import { members } from '../../tables/members-table.ts';
import { membership } from '../../tables/membership-table.ts';
import { mentions } from '../../tables/mentions-table.ts';
import { mentorSessions } from '../../tables/mentor-sessions-table.ts';
import { nps } from '../../tables/nps-table.ts';
import { orders } from '../../tables/orders-table.ts';
import { outreach } from '../../tables/outreach-table.ts';
import { partners } from '../../tables/partners-table.ts';
import { recon } from '../../tables/recon-table.ts';
import { referrals } from '../../tables/referrals-table.ts';
import { reviewLog } from '../../tables/review-log-table.ts';
import { searchIndex } from '../../tables/search-index-table.ts';
import { survey } from '../../tables/survey-table.ts';
import { tasks } from '../../tables/tasks-table.ts';
import { tickets } from '../../tables/tickets-table.ts';
import { topicPool } from '../../tables/topic-pool-table.ts';
import { traffic } from '../../tables/traffic-table.ts';
import { ugc } from '../../tables/ugc-table.ts';
import { userTierSnapshot } from '../../tables/user-tier-snapshot-table.ts';
import { users } from '../../tables/users-table.ts';
import { weeklyReview } from '../../tables/weekly-review-table.ts';
import type { SimulatedReport } from '../simulated-report.ts';
import { growthLabPlan } from './growth-lab-plan.ts';
import { decisionLog } from './tables/decision-log-table.ts';
import { incidents } from './tables/incidents-table.ts';
import { lessons } from './tables/lessons-table.ts';
import { mentorComments } from './tables/mentor-comments-table.ts';
import { okr } from './tables/okr-table.ts';
import { platformMatrix } from './tables/platform-matrix-table.ts';
import { skills } from './tables/skills-table.ts';
import { sla } from './tables/sla-table.ts';
import { trackingPlan } from './tables/tracking-plan-table.ts';
import { voiceLog } from './tables/voice-log-table.ts';

export const growthLabReport: SimulatedReport = {
  plan: growthLabPlan,
  tables: {
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
    decision_log: decisionLog,
    events,
    experiment_arms: experimentArms,
    experiment_users: experimentUsers,
    experiments,
    fraud_flags: fraudFlags,
    funnel_def: funnelDef,
    goals,
    id_map: idMap,
    incidents,
    lessons,
    members,
    membership,
    mentions,
    mentor_comments: mentorComments,
    mentor_sessions: mentorSessions,
    nps,
    okr,
    orders,
    outreach,
    partners,
    platform_matrix: platformMatrix,
    recon,
    referrals,
    review_log: reviewLog,
    search_index: searchIndex,
    skills,
    sla,
    survey,
    tasks,
    tickets,
    topic_pool: topicPool,
    tracking_plan: trackingPlan,
    traffic,
    ugc,
    user_tier_snapshot: userTierSnapshot,
    users,
    voice_log: voiceLog,
    weekly_review: weeklyReview,
  },
};
