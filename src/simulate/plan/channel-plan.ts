/** A way people come; every registered person has one. */
export interface ChannelPlan {
  /** Invitations are paid by rewards; organic search is work, and work rests at weekends. */
  kind: 'paid' | 'organic' | 'social' | 'invitation' | 'partner';
  /** New users in March, April, May and June. */
  registrations: number[];
  /** Spend in the same months, 元. */
  cost: number[];
  /** Campaigns with their share of the channel's visitors. */
  campaigns: Record<string, number>;
  /** First day of the term on which the channel works. */
  opens: number;
  /** How much it feels an online campaign: 1 = not at all. */
  lift: number;
  /** Visitors who register, at the beginning and at the end of the term. */
  signup: [number, number];
  /** Readiness to pay against the others. */
  payers: number;
  /** Clicks per impression of its placements. */
  ctr: number;
  source: string;
  medium: string;
  /** How many of the users of before came this way, against the other channels. */
  before: number;
  /** How often people who know the shop come back this way, against the other channels. */
  again: number;
  /** Its users are mostly young women. */
  young?: true;
  /** Off the first orders of its users, 分. */
  discount?: number;
}
