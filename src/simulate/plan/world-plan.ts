import type {
  CommunityPlan,
  MentionPlan,
  PartnerPlan,
  TableWords,
  TicketPlan,
  TraitShares,
} from './audience-plan.ts';
import type { CampaignPlan, TrialCampaign } from './campaign-plan.ts';
import type { ChannelPlan } from './channel-plan.ts';
import type { PlatformPlan, UnusedTopic } from './content-plan.ts';
import type {
  BudgetPlan,
  CouponPlan,
  FunnelStep,
  PagePlan,
  SourcePlan,
  TrialPlan,
} from './measurement-plan.ts';
import type { PlantedEffects } from './planted-effects.ts';
import type { GoalPlan, MentorSession, ReviewPlan, TaskPlan, TeamMember } from './team-plan.ts';
import type { VisitEvent } from './visit-event.ts';
import type { VisitWindow } from './visit-window.ts';

/**
 * What a team planned, what came of it, and what its data hide: all numbers of a report's world stand here. Days are
 * those of the term; counts are those at scale 1.
 */
export interface Plan {
  /** Default of the command; another seed changes the noise and nothing that stands here. */
  seed: number;
  /** Words the report is written in. */
  language: 'zh' | 'en';
  planted: PlantedEffects;
  /** In the order in which tables list them. */
  channels: Record<string, ChannelPlan>;
  trial?: TrialCampaign;
  campaigns: CampaignPlan[];
  /** Together they are the term. */
  windows: VisitWindow[];
  /** People who registered in the term before. */
  oldUsers: number;
  testAccounts: number;
  events: Record<VisitEvent, { name: string; page: string }>;
  /** How often a visit comes by which client. */
  clients: readonly [usual: string, other: string];
  traits: TraitShares;
  team: TeamMember[];
  tasks: TaskPlan[];
  goals: GoalPlan[];
  reviews: ReviewPlan[];
  mentoring: MentorSession[];
  benchmarks: [metric: string, value: number, unit: string, definition: string, source: string][];
  funnels: FunnelStep[];
  platforms: Record<string, PlatformPlan>;
  /** Who reads at the three reviews, and who owns texts and films. */
  editors: { first: string[]; proof: string[]; last: string[]; text: string; film: string };
  /** Terms people search; the index of the term ends at `growth` times that of the year before. */
  terms: { term: string; lastYear: number; growth: number; season?: true }[];
  searchTool: { tool: string; region: string };
  topics: { unused: readonly UnusedTopic[]; sources: readonly string[]; pains: readonly string[] };
  partners: PartnerPlan[];
  /** Question → answer → how often. */
  survey: Record<string, Record<string, number>>;
  mentions: MentionPlan;
  community: CommunityPlan;
  tickets: TicketPlan;
  /** Days on which complaints pile up: first and last. */
  trouble: { from: number; to: number };
  trials: TrialPlan[];
  /** Two texts of a push message to all users; it makes no difference. */
  push?: { exp: string; arms: [string, string]; from: number; to: number };
  recon: SourcePlan[];
  pages: PagePlan[];
  /** One batch for each campaign in turn, then that of the partner. */
  coupons: CouponPlan[];
  budget: BudgetPlan;
  /** Where invitations are shared. */
  sharing: Record<string, number>;
  /** Waves of the satisfaction survey: first day, answers, mood from −1 to 1. */
  nps: { day: number; answers: number; mood: number }[];
  words: TableWords;
  /** Words that bring people by paid and organic search: campaign → keyword → how often. */
  keywords?: Record<string, Record<string, number>>;
  /** The page that a campaign leads to. */
  landings?: Record<string, string>;
  /** What promoters and detractors write. */
  comments: { glad: string[]; sorry: string[] };
  /** Changes by name, each a list of settings: `goals.新增用户=missed`. */
  scenarios: Record<string, { about: string; settings: string[] }>;
}
