import { pickTables } from '../../tables/table-library.ts';
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
  tables: pickTables('all', {
    decision_log: decisionLog,
    incidents,
    lessons,
    mentor_comments: mentorComments,
    okr,
    platform_matrix: platformMatrix,
    skills,
    sla,
    tracking_plan: trackingPlan,
    voice_log: voiceLog,
  }),
};
