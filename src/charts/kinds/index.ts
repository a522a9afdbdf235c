import type { ChartKind } from '../kind.ts';
import { attainment } from './attainment.ts';
import { channels } from './channels.ts';
import { costComparison } from './cost-comparison.ts';
import { funnel } from './funnel.ts';
import { trend } from './trend.ts';

export type Kind = 'trend' | 'cost-comparison' | 'attainment' | 'funnel' | 'channels';

/** Every kind of figure, by the name an author writes. */
export const kinds: Record<Kind, ChartKind> = {
  trend,
  'cost-comparison': costComparison,
  attainment,
  funnel,
  channels,
};

export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}
