/** Who gave what for what. */
export interface PartnerPlan {
  partner: string;
  kind: 'KOL' | '媒体' | '品牌';
  give: string;
  get: string;
  /** 元. */
  cost: number;
  impressions: number;
  channel: string;
  campaign?: string;
  /** Of the visits and new users of the channel (and campaign). */
  share: number;
  status: string;
}

export interface MentionPlan {
  /** The report's own brand first, then competitors. */
  terms: readonly string[];
  /** Mentions of the own brand a day. */
  platforms: Record<string, number>;
}

export interface CommunityPlan {
  /** First day of the community. */
  opens: number;
  /** Posts at scale 1, written on visits; absent where every payment step of the plan is a post. */
  posts?: number;
  topics: Record<string, number>;
}

export interface TicketPlan {
  count: number;
  /** Class → first tag → how often, and its second tags. */
  tags: Record<'技术' | '服务' | '建议', Record<string, readonly [weight: number, ...finer: string[]]>>;
  /** What piles up in the days of trouble. */
  trouble: string;
  /** What is urgent. */
  urgent: string;
  channels: Record<string, number>;
  agents: string[];
  /** Graded response starts on this day; before it, tickets wait in one queue. */
  graded: number;
  /** Hours until the first reply and from there to the end, medians before and after that day. */
  hours: { before: { reply: number; close: number }; after: { reply: number; close: number } };
}

/** How often users are what. */
export interface TraitShares {
  device: Record<string, number>;
  /** First of channels with many women, then of the others. */
  gender: [Record<string, number>, Record<string, number>];
  age: Record<string, number>;
  /** Of an age, how many are students. */
  student: { word: string; share: Record<string, number> };
  occupation: Record<string, number>;
  city: Record<string, number>;
}

/** Words of the team's own that rows are filled with. */
export interface TableWords {
  published: string;
  cancelled: string;
  used: string;
  waiting: string;
  sameDevice: { rule: string; evidence: string; action: string };
  sameNetwork: { rule: string; evidence: string; action: string };
}
