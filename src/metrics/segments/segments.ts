import { type AnyMetric, forget } from '../forget.ts';
import { messageConversion, messagesPerUser, openRate, optOutRate, overCapShare } from './outreach.ts';
import { kocUsers, tierDownRate, tierMoves, tierShare, tierUpRate } from './tiers.ts';

export const segments = {
  tier_share: forget(tierShare),
  tier_moves: forget(tierMoves),
  tier_up_rate: forget(tierUpRate),
  tier_down_rate: forget(tierDownRate),
  koc_users: forget(kocUsers),
  messages_per_user: forget(messagesPerUser),
  over_cap_share: forget(overCapShare),
  open_rate: forget(openRate),
  message_conversion: forget(messageConversion),
  opt_out_rate: forget(optOutRate),
} satisfies Record<string, AnyMetric>;
