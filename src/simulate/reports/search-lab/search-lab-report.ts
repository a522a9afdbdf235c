import { benchmarks } from '../../tables/benchmarks-table.ts';
import { budget } from '../../tables/budget-table.ts';
import { contentCalendar } from '../../tables/content-calendar-table.ts';
import { contentMetrics } from '../../tables/content-metrics-table.ts';
import { events } from '../../tables/events-table.ts';
import { experimentArms } from '../../tables/experiment-arms-table.ts';
import { experimentUsers } from '../../tables/experiment-users-table.ts';
import { experiments } from '../../tables/experiments-table.ts';
import { funnelDef } from '../../tables/funnel-def-table.ts';
import { goals } from '../../tables/goals-table.ts';
import { keywordSpend } from '../../tables/keyword-spend-table.ts';
import { members } from '../../tables/members-table.ts';
import { mentorSessions } from '../../tables/mentor-sessions-table.ts';
import { orders } from '../../tables/orders-table.ts';
import { recon } from '../../tables/recon-table.ts';
import { reviewLog } from '../../tables/review-log-table.ts';
import { searchIndex } from '../../tables/search-index-table.ts';
import { tasks } from '../../tables/tasks-table.ts';
import { landingTraffic } from '../../tables/traffic-table.ts';
import { users } from '../../tables/users-table.ts';
import { weeklyReview } from '../../tables/weekly-review-table.ts';
import type { SimulatedReport } from '../simulated-report.ts';
import { keywordRanks } from './search-lab-keywords.ts';
import { searchLabPlan } from './search-lab-plan.ts';
import { decisionLog, lessons, trackingPlan } from './search-lab-tables.ts';

export const searchLabReport: SimulatedReport = {
  plan: searchLabPlan,
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
