import { communityLabReport } from './community-lab/report.ts';
import { growthLabReport } from './growth-lab/report.ts';
import type { WorldName } from './names.ts';
import type { SimulatedReport } from './report.ts';
import { searchLabReport } from './search-lab/report.ts';

export const worlds: Record<WorldName, SimulatedReport> = {
  'growth-lab': growthLabReport,
  'search-lab': searchLabReport,
  'community-lab': communityLabReport,
};
