import type { ChartKind } from '../kind.ts';
import { anomaly } from './anomaly.ts';
import { area } from './area.ts';
import { attainment } from './attainment.ts';
import { bars } from './bars.ts';
import { bubble } from './bubble.ts';
import { calendar } from './calendar.ts';
import { calibration } from './calibration.ts';
import { channels } from './channels.ts';
import { clicks } from './clicks.ts';
import { cohortCurve } from './cohort-curve.ts';
import { costComparison } from './cost-comparison.ts';
import { cumulative } from './cumulative.ts';
import { diverging } from './diverging.ts';
import { dumbbell } from './dumbbell.ts';
import { ecdf } from './ecdf.ts';
import { forest } from './forest.ts';
import { funnel } from './funnel.ts';
import { gantt } from './gantt.ts';
import { heat } from './heat.ts';
import { histogram } from './histogram.ts';
import { lift } from './lift.ts';
import { likert } from './likert.ts';
import { longTail } from './long-tail.ts';
import { lorenz } from './lorenz.ts';
import { matrix } from './matrix.ts';
import { monthGrid } from './month-grid.ts';
import { multiples } from './multiples.ts';
import { pareto } from './pareto.ts';
import { pyramid } from './pyramid.ts';
import { roc } from './roc.ts';
import { scatter } from './scatter.ts';
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
  | 'cohort-curve'
  | 'scatter'
  | 'bubble'
  | 'histogram'
  | 'ecdf'
  | 'lorenz'
  | 'long-tail'
  | 'pyramid'
  | 'area'
  | 'diverging'
  | 'likert'
  | 'clicks'
  | 'multiples';

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
  scatter,
  bubble,
  histogram,
  ecdf,
  lorenz,
  'long-tail': longTail,
  pyramid,
  area,
  diverging,
  likert,
  clicks,
  multiples,
};

export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}
