import { pickTables } from '../../tables/table-library.ts';
import type { SimulatedReport } from '../simulated-report.ts';
import { communityLabPlan } from './community-lab-plan.ts';
import { decisionLog, incidents, lessons, sla, trackingPlan, voiceLog } from './community-lab-tables.ts';

export const communityLabReport: SimulatedReport = {
  plan: communityLabPlan,
  tables: pickTables(
    [
      'benchmarks',
      'campaign_exposure',
      'campaigns',
      'content_calendar',
      'content_metrics',
      'events',
      'experiment_arms',
      'experiment_users',
      'experiments',
      'fraud_flags',
      'funnel_def',
      'goals',
      'members',
      'mentions',
      'mentor_sessions',
      'nps',
      'recon',
      'referrals',
      'review_log',
      'tasks',
      'tickets',
      'traffic',
      'ugc',
      'user_tier_snapshot',
      'users',
      'weekly_review',
    ],
    {
      decision_log: decisionLog,
      incidents,
      lessons,
      sla,
      tracking_plan: trackingPlan,
      voice_log: voiceLog,
    },
  ),
};
