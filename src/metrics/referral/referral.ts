import { type AnyMetric, forget } from '../forget.ts';
import { referralDepth, referralLevels } from './forest.ts';
import { fraudShare, suspectInvites } from './fraud.ts';
import {
  inviteConversion,
  invitedUsers,
  invitesPerInviter,
  kFactor,
  referralCost,
  viralForecast,
} from './invitations.ts';

export const referral = {
  invited_users: forget(invitedUsers),
  invites_per_inviter: forget(invitesPerInviter),
  invite_conversion: forget(inviteConversion),
  k_factor: forget(kFactor),
  viral_forecast: forget(viralForecast),
  referral_depth: forget(referralDepth),
  referral_levels: forget(referralLevels),
  referral_cost: forget(referralCost),
  suspect_invites: forget(suspectInvites),
  fraud_share: forget(fraudShare),
} satisfies Record<string, AnyMetric>;
