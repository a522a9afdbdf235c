import { defineFamily } from '../../define-family.ts';
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

export const referralMetrics = defineFamily('referral', {
  invited_users: invitedUsers,
  invites_per_inviter: invitesPerInviter,
  invite_conversion: inviteConversion,
  k_factor: kFactor,
  viral_forecast: viralForecast,
  referral_depth: referralDepth,
  referral_levels: referralLevels,
  referral_cost: referralCost,
  suspect_invites: suspectInvites,
  fraud_share: fraudShare,
});
