import { daySeconds } from './term-calendar.ts';

/** A trial as registered before it began; days of the term. */
export interface TrialPlan {
  exp: string;
  hypothesis: string;
  metric: string;
  unit: string;
  planned: number;
  from: number;
  to: number;
  looks: number;
  /** How several tests, and several looks, are corrected for. */
  correction?: 'bonferroni' | 'holm' | 'bh';
  spending?: 'obrien_fleming' | 'pocock';
  /** Whom the analysis counts, where it is not all that were assigned. */
  population?: string;
  /** Trials without rows by user: people an arm, and the true rate or mean of each arm. */
  rates?: { n: number; arms: Record<string, number> };
  means?: { n: number; arms: Record<string, number> };
}

/** One source of a number that is reconciled every Wednesday. The source with a tolerance is the reference. */
export interface SourcePlan {
  metric: string;
  source: string;
  definition: string;
  counts: 'visits' | 'registrations' | 'paidOrders';
  tolerance?: number;
  /** It misses a few per cent. */
  loses?: true;
}

/**
 * The sources of one number. The first is the reference, which the others may miss by `tolerance` (a share); those
 * marked `loses` miss a few per cent.
 */
export function buildSources(
  { metric, counts, tolerance }: Pick<SourcePlan, 'metric' | 'counts'> & { tolerance: number },
  sources: readonly (readonly [source: string, definition: string, loses?: 'loses'])[],
): SourcePlan[] {
  return sources.map(([source, definition, loses], index) => ({
    metric,
    source,
    definition,
    counts,
    ...(index === 0 && { tolerance }),
    ...(loses && { loses: true as const }),
  }));
}

/** A step of a funnel; all steps lie within the seconds after the first. */
export type FunnelStep = [funnel: string, step: number, event: string, seconds: number, label: string];

/** The steps of a funnel by their events, each with what it is called; `days` count from the first step. */
export function buildFunnel(funnel: string, days: number, labels: Record<string, string>): FunnelStep[] {
  return Object.entries(labels).map(([event, label], index) => {
    return [funnel, index + 1, event, days * daySeconds, label];
  });
}

/** A page whose clicks were recorded on some days. */
export interface PagePlan {
  page: string;
  from: number;
  to: number;
  visits: number;
  /** Median of the depth reached, 0 to 1. */
  depth: number;
  /** Where people click: centre, spread and weight of each spot. */
  spots: [x: number, y: number, spread: number, weight: number][];
}

/** Coupons that were issued and not used; the used ones follow from the orders. */
export interface CouponPlan {
  batch: string;
  partner: string | null;
  from: number;
  to: number;
  unused: number;
  /** 分. */
  value: number;
}

/** Money as planned, 元. */
export interface BudgetPlan {
  channels: Record<string, [line: string, budget: number, note: string]>;
  /** Bought besides channels and campaigns. */
  bills: [line: string, budget: number][];
  revenue?: [line: string, budget: number, note: string];
}
