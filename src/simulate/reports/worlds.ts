import { communityLabReport } from './community-lab/community-lab-report.ts';
import { growthLabReport } from './growth-lab/growth-lab-report.ts';
import { searchLabReport } from './search-lab/search-lab-report.ts';
import type { SimulatedReport } from './simulated-report.ts';
import type { WorldName } from './world-names.ts';

export const worlds: Record<WorldName, SimulatedReport> = {
  'growth-lab': growthLabReport,
  'search-lab': searchLabReport,
  'community-lab': communityLabReport,
};
