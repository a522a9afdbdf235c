/** Worlds that can be simulated. */
export const worldNames = ['growth-lab', 'search-lab', 'community-lab'] as const;

export type WorldName = (typeof worldNames)[number];
