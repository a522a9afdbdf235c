import { defineFamily } from '../../define-family.ts';
import { crossedUsers, fisherPValue } from './exact-tests.ts';
import {
  abPower,
  afterBonferroni,
  peeking,
  requiredSample,
  srmPValue,
  stillSignificant,
} from './experiment-validity.ts';
import { ittDifference } from './itt-metric.ts';
import { abLift, meanLift } from './lift-metrics.ts';
import { meanDifference, meansPValue } from './mean-tests.ts';
import { requiredSampleForMean } from './planned-means.ts';
import { abDifference, abPValue, ratesPValue } from './rate-tests.ts';
import { ratioDifference } from './ratio-difference.ts';

export const experimentMetrics = defineFamily('experiments', {
  ab_difference: abDifference,
  ab_p_value: abPValue,
  itt_difference: ittDifference,
  ab_lift: abLift,
  fisher_p_value: fisherPValue,
  rates_p_value: ratesPValue,
  mean_difference: meanDifference,
  mean_lift: meanLift,
  means_p_value: meansPValue,
  ratio_difference: ratioDifference,
  srm_p_value: srmPValue,
  crossed_users: crossedUsers,
  required_sample: requiredSample,
  required_sample_mean: requiredSampleForMean,
  ab_power: abPower,
  peeking_error: peeking,
  significant_after_bh: stillSignificant,
  significant_after_bonferroni: afterBonferroni,
});
