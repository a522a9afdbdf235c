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
