import type { Planted } from './planted.ts';

/** An idea of the topic pool that was not made. */
export type UnusedTopic = readonly [
  title: string,
  source: string,
  pain: string,
  form: string,
  status: string,
];

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
  platforms: Readonly<Record<string, number>>;
}

export interface UgcPlan {
  /** First day of the community. */
  opens: number;
  /** Posts of the term at scale 1. */
  posts: number;
  topics: Readonly<Record<string, number>>;
}

/** What a team planned, and what its data hide. Days are those of the term. */
export interface Plan {
  planted: Planted;
  topics: { unused: readonly UnusedTopic[]; sources: readonly string[]; pains: readonly string[] };
  partners: readonly PartnerPlan[];
  /** Question → answer → how often. */
  survey: Readonly<Record<string, Readonly<Record<string, number>>>>;
  mentions: MentionPlan;
  ugc: UgcPlan;
  /** Days on which complaints pile up: first and last. */
  trouble: { from: number; to: number };
}
