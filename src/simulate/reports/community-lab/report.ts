import { benchmarks } from '../../tables/benchmarks.ts';
import { campaignExposure } from '../../tables/campaign-exposure.ts';
import { campaigns } from '../../tables/campaigns.ts';
import { contentCalendar } from '../../tables/content-calendar.ts';
import { contentMetrics } from '../../tables/content-metrics.ts';
import { events } from '../../tables/events.ts';
import { experimentArms } from '../../tables/experiment-arms.ts';
import { experimentUsers } from '../../tables/experiment-users.ts';
import { experiments } from '../../tables/experiments.ts';
import { fraudFlags } from '../../tables/fraud-flags.ts';
import { funnelDef } from '../../tables/funnel-def.ts';
import { goals } from '../../tables/goals.ts';
import { members } from '../../tables/members.ts';
import { mentions } from '../../tables/mentions.ts';
import { mentorSessions } from '../../tables/mentor-sessions.ts';
import { nps } from '../../tables/nps.ts';
import { recon } from '../../tables/recon.ts';
import { referrals } from '../../tables/referrals.ts';
import { reviewLog } from '../../tables/review-log.ts';
import { tasks } from '../../tables/tasks.ts';
import { tickets } from '../../tables/tickets.ts';
import { traffic } from '../../tables/traffic.ts';
import { ugc } from '../../tables/ugc.ts';
import { userTierSnapshot } from '../../tables/user-tier-snapshot.ts';
import { users } from '../../tables/users.ts';
import { weeklyReview } from '../../tables/weekly-review.ts';
import type { SimulatedReport } from '../report.ts';
import { communityLab } from './plan.ts';
import { decisionLog, incidents, lessons, sla, trackingPlan, voiceLog } from './tables.ts';

export const communityLabReport: SimulatedReport = {
  plan: communityLab,
  tables: {
    benchmarks,
    campaign_exposure: campaignExposure,
    campaigns,
    content_calendar: contentCalendar,
    content_metrics: contentMetrics,
    decision_log: decisionLog,
    events,
    experiment_arms: experimentArms,
    experiment_users: experimentUsers,
    experiments,
    fraud_flags: fraudFlags,
    funnel_def: funnelDef,
    goals,
    incidents,
    lessons,
    members,
    mentions,
    mentor_sessions: mentorSessions,
    nps,
    recon,
    referrals,
    review_log: reviewLog,
    sla,
    tasks,
    tickets,
    tracking_plan: trackingPlan,
    traffic,
    ugc,
    user_tier_snapshot: userTierSnapshot,
    users,
    voice_log: voiceLog,
    weekly_review: weeklyReview,
  },
};
