/**
 * Four windows of four weeks. `visitors` and `payers` are people, each counted once in a window:
 * the simulated course goes from 25 to 48 payers in a thousand visitors.
 */
export interface Window {
  from: number;
  /** Inclusive. */
  to: number;
  visitors: number;
  payers: number;
}

export const windows: readonly Window[] = [
  { from: 0, to: 27, visitors: 4840, payers: 121 },
  { from: 28, to: 55, visitors: 5625, payers: 180 },
  { from: 56, to: 83, visitors: 6500, payers: 260 },
  { from: 84, to: 111, visitors: 7250, payers: 348 },
];

/** People who registered in the term before: the baseline of the goal for new users. */
export const oldUsers = 1560;

/** Accounts of the team's own tests. */
export const testAccounts = 12;
