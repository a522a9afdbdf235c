import { defineFamily } from '../../define-family.ts';
import { logisticCoefficient, logisticFit, usersAtRisk } from './churn-regression.ts';
import { churnScoreMetrics } from './churn-score-metrics.ts';
import { churnRate, inactiveRate, rfmChampions, silenceThreshold } from './silence-metrics.ts';

export const churnMetrics = defineFamily('churn', {
  churn_rate: churnRate,
  inactive_rate: inactiveRate,
  silence_threshold: silenceThreshold,
  rfm_champions: rfmChampions,
  logistic_coefficient: logisticCoefficient,
  logistic_pseudo_r2: logisticFit,
  users_at_risk: usersAtRisk,
  ...churnScoreMetrics,
});
