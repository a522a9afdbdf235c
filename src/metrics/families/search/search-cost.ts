/** SEO is an investment, SEM a running cost: their costs month by month, and when the one overtakes the other. */

/** One calendar month, in order; months without anything may be missing. */
export interface SearchMonth {
  /** Months since SEO began: 0 for the first. */
  index: number;
  seoUpkeep: number;
  seoConversions: number;
  seoRevenue: number;
  semCost: number;
  semConversions: number;
}

interface InvestmentPlan {
  /** Spent at the start: audit, content, technical work. */
  investment: number;
  /** Months over which it is written off in equal parts. */
  months: number;
}

/** Of the investment, what has been written off at the end of month `index`; all of it at once in cash. */
function computeWrittenOff({ investment, months }: InvestmentPlan, index: number, cash: boolean): number {
  if (index < 0) return 0;
  return cash ? investment : (investment * Math.min(index + 1, months)) / months;
}

/** Cumulative SEO cost at the end of each month. */
export function computeSeoCosts(all: readonly SearchMonth[], plan: InvestmentPlan, cash: boolean): number[] {
  let upkeep = 0;
  return all.map((month) => {
    upkeep += month.seoUpkeep;
    return upkeep + computeWrittenOff(plan, month.index, cash);
  });
}

/**
 * First month at whose end SEO has cost no more than its conversions would have cost at the price of SEM so far.
 * Null when it never does, or SEM has no price.
 */
export function findBreakEven(
  all: readonly SearchMonth[],
  plan: InvestmentPlan,
  cash = false,
): SearchMonth | null {
  const costs = computeSeoCosts(all, plan, cash);
  let [semCost, semConversions, seoConversions] = [0, 0, 0];
  for (const [i, month] of all.entries()) {
    semCost += month.semCost;
    semConversions += month.semConversions;
    seoConversions += month.seoConversions;
    if (semConversions === 0 || seoConversions === 0) continue;
    if (costs[i]! <= (semCost / semConversions) * seoConversions + 1e-9) return month;
  }
  return null;
}

/** First month at whose end SEO has earned what it has cost, in cash. Null when it never does. */
export function findPayback(
  all: readonly SearchMonth[],
  plan: InvestmentPlan,
  margin: number,
): SearchMonth | null {
  const costs = computeSeoCosts(all, plan, true);
  let earned = 0;
  for (const [i, month] of all.entries()) {
    earned += month.seoRevenue * margin;
    if (earned >= costs[i]! - 1e-9) return month;
  }
  return null;
}
