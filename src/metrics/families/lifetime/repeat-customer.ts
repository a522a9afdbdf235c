/** A customer as the models of repeat buying see one; times in one unit, here weeks. */
export interface Customer {
  /** Days with a purchase after the first one. */
  repeats: number;
  /** From the first purchase to the last; 0 without repeats. */
  recency: number;
  /** From the first purchase to the end of the observation. */
  age: number;
  /** Mean value of the repeat purchases; undefined or 0 without any. */
  spend?: number | undefined;
  /** Customers who are exactly like this; 1 by default. */
  alike?: number;
}
