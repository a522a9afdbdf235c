/** What a platform gets, and what it published there, in order. */
export interface PlatformPlan {
  form: string;
  /** It is watched, not read. */
  film?: true;
  /** First day of the term, days between two pieces, hour of publishing. */
  from: number;
  every: number;
  hour: number;
  /** Impressions of a usual piece in its ten days. */
  usual: number;
  /** Of those who open a piece, how many go on to the shop. */
  clicks: number;
  /** Seconds that a usual reader stays. */
  stay: number;
  titles: readonly string[];
}

/** An idea of the topic pool that was not made. */
export type UnusedTopic = readonly [
  title: string,
  source: string,
  pain: string,
  form: string,
  status: string,
];
