import { type AnyMetric, defineMetric } from '../../define-metric.ts';
import { fraudShare, suspectInvites } from './invite-fraud.ts';
import { referralDepth, referralLevels } from './invite-tree.ts';
import {
  inviteConversion,
  invitedUsers,
  invitesPerInviter,
  kFactor,
  referralCost,
  viralForecast,
} from './viral-metrics.ts';

export const referralMetrics = {
  invited_users: defineMetric(invitedUsers),
  invites_per_inviter: defineMetric(invitesPerInviter),
  invite_conversion: defineMetric(inviteConversion),
  k_factor: defineMetric(kFactor),
  viral_forecast: defineMetric(viralForecast),
  referral_depth: defineMetric(referralDepth),
  referral_levels: defineMetric(referralLevels),
  referral_cost: defineMetric(referralCost),
  suspect_invites: defineMetric(suspectInvites),
  fraud_share: defineMetric(fraudShare),
} satisfies Record<string, AnyMetric>;
