import { type AnyMetric, forget } from '../forget.ts';
import { crossedUsers, fisherPValue, ratioDifference } from './exact.ts';
import { meanDifference, meansPValue } from './means.ts';
import { abDifference, abLift, abPValue, ratesPValue } from './rates.ts';
import {
  abPower,
  afterBonferroni,
  peeking,
  requiredSample,
  srmPValue,
  stillSignificant,
} from './soundness.ts';

export const experiments = {
  ab_difference: forget(abDifference),
  ab_p_value: forget(abPValue),
  ab_lift: forget(abLift),
  fisher_p_value: forget(fisherPValue),
  rates_p_value: forget(ratesPValue),
  mean_difference: forget(meanDifference),
  means_p_value: forget(meansPValue),
  ratio_difference: forget(ratioDifference),
  srm_p_value: forget(srmPValue),
  crossed_users: forget(crossedUsers),
  required_sample: forget(requiredSample),
  ab_power: forget(abPower),
  peeking_error: forget(peeking),
  significant_after_bh: forget(stillSignificant),
  significant_after_bonferroni: forget(afterBonferroni),
} satisfies Record<string, AnyMetric>;
