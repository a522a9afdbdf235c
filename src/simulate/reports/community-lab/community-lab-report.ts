import { benchmarks } from '../../tables/benchmarks-table.ts';
import { campaignExposure } from '../../tables/campaign-exposure-table.ts';
import { campaigns } from '../../tables/campaigns-table.ts';
import { contentCalendar } from '../../tables/content-calendar-table.ts';
import { contentMetrics } from '../../tables/content-metrics-table.ts';
import { events } from '../../tables/events-table.ts';
import { experimentArms } from '../../tables/experiment-arms-table.ts';
import { experimentUsers } from '../../tables/experiment-users-table.ts';
import { experiments } from '../../tables/experiments-table.ts';
import { fraudFlags } from '../../tables/fraud-flags-table.ts';
import { funnelDef } from '../../tables/funnel-def-table.ts';
import { goals } from '../../tables/goals-table.ts';
import { members } from '../../tables/members-table.ts';
import { mentions } from '../../tables/mentions-table.ts';
import { mentorSessions } from '../../tables/mentor-sessions-table.ts';
import { nps } from '../../tables/nps-table.ts';
import { recon } from '../../tables/recon-table.ts';
import { referrals } from '../../tables/referrals-table.ts';
import { reviewLog } from '../../tables/review-log-table.ts';
import { tasks } from '../../tables/tasks-table.ts';
import { tickets } from '../../tables/tickets-table.ts';
import { traffic } from '../../tables/traffic-table.ts';
import { ugc } from '../../tables/ugc-table.ts';
import { userTierSnapshot } from '../../tables/user-tier-snapshot-table.ts';
import { users } from '../../tables/users-table.ts';
import { weeklyReview } from '../../tables/weekly-review-table.ts';
import type { SimulatedReport } from '../simulated-report.ts';
import { communityLabPlan } from './community-lab-plan.ts';
import { decisionLog, incidents, lessons, sla, trackingPlan, voiceLog } from './community-lab-tables.ts';

export const communityLabReport: SimulatedReport = {
  plan: communityLabPlan,
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
