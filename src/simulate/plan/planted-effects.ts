/** What a report's data hide, for the team to find. Days are those of the term. */
export interface PlantedEffects {
  /** People who look and leave: those of one channel are `factor` times as many on one day. */
  anomaly?: { day: number; channel: string; factor: number };
  /** Accounts made one evening on few devices to collect the rewards of invitations. */
  ring?: { day: number; inviters: number; accounts: number; devices: number };
  /** One source counts one metric `factor` times on one day, a Wednesday. */
  tracking?: { day: number; source: string; metric: string; factor: number };
  /** Share of new arrivals who register, second arm less first: 0.04 are 4 percentage points. */
  landing?: { exp: string; arms: [old: string, new: string]; from: number; to: number; uplift: number };
  /** Share of customers at risk who stay away, treated less untreated. */
  winBack?: { day: number; offer: string; uplift: number };
}
