/**
 * When an investment in one way of winning conversions has paid off against another.
 * Definition: the first period in which all that was spent on the first is no more than its conversions
 * would have cost at the price paid for the second so far: Σ cost₁ ≤ (Σ cost₂ ÷ Σ conversions₂) · Σ conversions₁.
 */

export interface Spend {
  cost: number;
  conversions: number;
}

export interface Balance {
  /** Spent so far on the first. */
  spent: number;
  /** What its conversions so far would have cost at the price of the second; null before the second has any. */
  same: number | null;
}

/** Running balance by period. A period without data adds nothing. */
export function computeBalances(
  first: readonly (Spend | null)[],
  second: readonly (Spend | null)[],
): Balance[] {
  const sum = { first: { cost: 0, conversions: 0 }, second: { cost: 0, conversions: 0 } };
  return first.map((spend, i) => {
    addSpend(sum.first, spend);
    addSpend(sum.second, second[i] ?? null);
    const price = sum.second.conversions > 0 ? sum.second.cost / sum.second.conversions : null;
    return { spent: sum.first.cost, same: price === null ? null : price * sum.first.conversions };
  });
}

function addSpend(sum: Spend, spend: Spend | null): void {
  sum.cost += spend?.cost ?? 0;
  sum.conversions += spend?.conversions ?? 0;
}

/** Index of the first period that breaks even, or undefined when none does. Periods before the first conversion do not count. */
export function findBreakEven(all: readonly Balance[]): number | undefined {
  const index = all.findIndex(({ spent, same }) => same !== null && same > 0 && spent <= same);
  return index < 0 ? undefined : index;
}
