import { adSpend } from '../../tables/ad-spend.ts';
import { benchmarks } from '../../tables/benchmarks.ts';
import { budget } from '../../tables/budget.ts';
import { campaignExposure } from '../../tables/campaign-exposure.ts';
import { campaigns } from '../../tables/campaigns.ts';
import { churnScores } from '../../tables/churn-scores.ts';
import { clicks } from '../../tables/clicks.ts';
import { contentCalendar } from '../../tables/content-calendar.ts';
import { contentMetrics } from '../../tables/content-metrics.ts';
import { coupons } from '../../tables/coupons.ts';
import { events } from '../../tables/events.ts';
import { experimentArms } from '../../tables/experiment-arms.ts';
import { experimentUsers } from '../../tables/experiment-users.ts';
import { experiments } from '../../tables/experiments.ts';
import { fraudFlags } from '../../tables/fraud-flags.ts';
import { funnelDef } from '../../tables/funnel-def.ts';
import { goals } from '../../tables/goals.ts';
import { idMap } from '../../tables/id-map.ts';
import { members } from '../../tables/members.ts';
import { membership } from '../../tables/membership.ts';
import { mentions } from '../../tables/mentions.ts';
import { mentorSessions } from '../../tables/mentor-sessions.ts';
import { nps } from '../../tables/nps.ts';
import { orders } from '../../tables/orders.ts';
import { outreach } from '../../tables/outreach.ts';
import { partners } from '../../tables/partners.ts';
import { recon } from '../../tables/recon.ts';
import { referrals } from '../../tables/referrals.ts';
import { reviewLog } from '../../tables/review-log.ts';
import { searchIndex } from '../../tables/search-index.ts';
import { survey } from '../../tables/survey.ts';
import { tasks } from '../../tables/tasks.ts';
import { tickets } from '../../tables/tickets.ts';
import { topicPool } from '../../tables/topic-pool.ts';
import { traffic } from '../../tables/traffic.ts';
import { ugc } from '../../tables/ugc.ts';
import { userTierSnapshot } from '../../tables/user-tier-snapshot.ts';
import { users } from '../../tables/users.ts';
import { weeklyReview } from '../../tables/weekly-review.ts';
import type { SimulatedReport } from '../report.ts';
import { decisionLog } from './decision-log.ts';
import { incidents } from './incidents.ts';
import { lessons } from './lessons.ts';
import { mentorComments } from './mentor-comments.ts';
import { okr } from './okr.ts';
import { growthLab } from './plan.ts';
import { platformMatrix } from './platform-matrix.ts';
import { skills } from './skills.ts';
import { sla } from './sla.ts';
import { trackingPlan } from './tracking-plan.ts';
import { voiceLog } from './voice-log.ts';

export const growthLabReport: SimulatedReport = {
  plan: growthLab,
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
