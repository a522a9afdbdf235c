import { defineFamily } from '../../define-family.ts';
import {
  messageConversion,
  messagesPerUser,
  openRate,
  optOutRate,
  overCapShare,
} from './outreach-metrics.ts';
import { kocUsers, tierDownRate, tierMoves, tierShare, tierUpRate } from './tier-metrics.ts';

export const segmentMetrics = defineFamily('segments', {
  tier_share: tierShare,
  tier_moves: tierMoves,
  tier_up_rate: tierUpRate,
  tier_down_rate: tierDownRate,
  koc_users: kocUsers,
  messages_per_user: messagesPerUser,
  over_cap_share: overCapShare,
  open_rate: openRate,
  message_conversion: messageConversion,
  opt_out_rate: optOutRate,
});
