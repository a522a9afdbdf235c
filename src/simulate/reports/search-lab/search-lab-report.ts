import { keywordSpend } from '../../tables/keyword-spend-table.ts';
import { pickTables } from '../../tables/table-library.ts';
import { landingTraffic } from '../../tables/traffic-table.ts';
import type { SimulatedReport } from '../simulated-report.ts';
import { keywordRanks } from './search-lab-keywords.ts';
import { searchLabPlan } from './search-lab-plan.ts';
import { decisionLog, lessons, trackingPlan } from './search-lab-tables.ts';

export const searchLabReport: SimulatedReport = {
  plan: searchLabPlan,
  tables: pickTables(
    [
      'benchmarks',
      'budget',
      'content_calendar',
      'content_metrics',
      'events',
      'experiment_arms',
      'experiment_users',
      'experiments',
      'funnel_def',
      'goals',
      'members',
      'mentor_sessions',
      'orders',
      'recon',
      'review_log',
      'search_index',
      'tasks',
      'users',
      'weekly_review',
    ],
    {
      ad_spend: keywordSpend,
      decision_log: decisionLog,
      keywords: keywordRanks,
      lessons,
      tracking_plan: trackingPlan,
      traffic: landingTraffic,
    },
  ),
};
