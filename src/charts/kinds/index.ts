import type { ChartKind } from '../kind.ts';
import { anomaly } from './anomaly.ts';
import { attainment } from './attainment.ts';
import { bars } from './bars.ts';
import { calendar } from './calendar.ts';
import { calibration } from './calibration.ts';
import { channels } from './channels.ts';
import { cohortCurve } from './cohort-curve.ts';
import { costComparison } from './cost-comparison.ts';
import { cumulative } from './cumulative.ts';
import { dumbbell } from './dumbbell.ts';
import { forest } from './forest.ts';
import { funnel } from './funnel.ts';
import { gantt } from './gantt.ts';
import { heat } from './heat.ts';
import { lift } from './lift.ts';
import { matrix } from './matrix.ts';
import { monthGrid } from './month-grid.ts';
import { pareto } from './pareto.ts';
import { roc } from './roc.ts';
import { stacked } from './stacked.ts';
import { trend } from './trend.ts';
import { waterfall } from './waterfall.ts';

export type Kind =
  | 'trend'
  | 'cost-comparison'
  | 'attainment'
  | 'funnel'
  | 'channels'
  | 'bars'
  | 'heat'
  | 'waterfall'
  | 'gantt'
  | 'stacked'
  | 'cumulative'
  | 'dumbbell'
  | 'pareto'
  | 'forest'
  | 'anomaly'
  | 'calibration'
  | 'lift'
  | 'roc'
  | 'calendar'
  | 'month-grid'
  | 'matrix'
  | 'cohort-curve';

/** Every kind of figure, by the name an author writes. */
export const kinds: Record<Kind, ChartKind> = {
  trend,
  'cost-comparison': costComparison,
  attainment,
  funnel,
  channels,
  bars,
  heat,
  waterfall,
  gantt,
  stacked,
  cumulative,
  dumbbell,
  pareto,
  forest,
  anomaly,
  calibration,
  lift,
  roc,
  calendar,
  'month-grid': monthGrid,
  matrix,
  'cohort-curve': cohortCurve,
};

export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}
