import { type AnyMetric, defineMetric } from '../../define-metric.ts';
import { crossedUsers, fisherPValue, ratioDifference } from './exact-tests.ts';
import {
  abPower,
  afterBonferroni,
  peeking,
  requiredSample,
  srmPValue,
  stillSignificant,
} from './experiment-validity.ts';
import { meanDifference, meansPValue } from './mean-tests.ts';
import { abDifference, abLift, abPValue, ratesPValue } from './rate-tests.ts';

export const experimentMetrics = {
  ab_difference: defineMetric(abDifference),
  ab_p_value: defineMetric(abPValue),
  ab_lift: defineMetric(abLift),
  fisher_p_value: defineMetric(fisherPValue),
  rates_p_value: defineMetric(ratesPValue),
  mean_difference: defineMetric(meanDifference),
  means_p_value: defineMetric(meansPValue),
  ratio_difference: defineMetric(ratioDifference),
  srm_p_value: defineMetric(srmPValue),
  crossed_users: defineMetric(crossedUsers),
  required_sample: defineMetric(requiredSample),
  ab_power: defineMetric(abPower),
  peeking_error: defineMetric(peeking),
  significant_after_bh: defineMetric(stillSignificant),
  significant_after_bonferroni: defineMetric(afterBonferroni),
} satisfies Record<string, AnyMetric>;
