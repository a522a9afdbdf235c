import { benchmarks } from '../../tables/benchmarks.ts';
import { budget } from '../../tables/budget.ts';
import { contentCalendar } from '../../tables/content-calendar.ts';
import { contentMetrics } from '../../tables/content-metrics.ts';
import { events } from '../../tables/events.ts';
import { experimentArms } from '../../tables/experiment-arms.ts';
import { experimentUsers } from '../../tables/experiment-users.ts';
import { experiments } from '../../tables/experiments.ts';
import { funnelDef } from '../../tables/funnel-def.ts';
import { goals } from '../../tables/goals.ts';
import { keywordSpend } from '../../tables/keyword-spend.ts';
import { members } from '../../tables/members.ts';
import { mentorSessions } from '../../tables/mentor-sessions.ts';
import { orders } from '../../tables/orders.ts';
import { recon } from '../../tables/recon.ts';
import { reviewLog } from '../../tables/review-log.ts';
import { searchIndex } from '../../tables/search-index.ts';
import { tasks } from '../../tables/tasks.ts';
import { landingTraffic } from '../../tables/traffic.ts';
import { users } from '../../tables/users.ts';
import { weeklyReview } from '../../tables/weekly-review.ts';
import type { SimulatedReport } from '../report.ts';
import { keywordRanks } from './keywords.ts';
import { searchLab } from './plan.ts';
import { decisionLog, lessons, trackingPlan } from './tables.ts';

export const searchLabReport: SimulatedReport = {
  plan: searchLab,
  tables: {
    ad_spend: keywordSpend,
    benchmarks,
    budget,
    content_calendar: contentCalendar,
    content_metrics: contentMetrics,
    decision_log: decisionLog,
    events,
    experiment_arms: experimentArms,
    experiment_users: experimentUsers,
    experiments,
    funnel_def: funnelDef,
    goals,
    keywords: keywordRanks,
    lessons,
    members,
    mentor_sessions: mentorSessions,
    orders,
    recon,
    review_log: reviewLog,
    search_index: searchIndex,
    tasks,
    tracking_plan: trackingPlan,
    traffic: landingTraffic,
    users,
    weekly_review: weeklyReview,
  },
};
