import { type AnyMetric, defineMetric } from '../../define-metric.ts';
import {
  messageConversion,
  messagesPerUser,
  openRate,
  optOutRate,
  overCapShare,
} from './outreach-metrics.ts';
import { kocUsers, tierDownRate, tierMoves, tierShare, tierUpRate } from './tier-metrics.ts';

export const segmentMetrics = {
  tier_share: defineMetric(tierShare),
  tier_moves: defineMetric(tierMoves),
  tier_up_rate: defineMetric(tierUpRate),
  tier_down_rate: defineMetric(tierDownRate),
  koc_users: defineMetric(kocUsers),
  messages_per_user: defineMetric(messagesPerUser),
  over_cap_share: defineMetric(overCapShare),
  open_rate: defineMetric(openRate),
  message_conversion: defineMetric(messageConversion),
  opt_out_rate: defineMetric(optOutRate),
} satisfies Record<string, AnyMetric>;
