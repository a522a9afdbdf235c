import { type AnyMetric, defineMetric } from '../../define-metric.ts';
import { logisticCoefficient, logisticFit, usersAtRisk } from './churn-regression.ts';
import { churnScoreMetrics } from './churn-score-metrics.ts';
import { churnRate, inactiveRate, rfmChampions, silenceThreshold } from './silence-metrics.ts';

export const churnMetrics = {
  churn_rate: defineMetric(churnRate),
  inactive_rate: defineMetric(inactiveRate),
  silence_threshold: defineMetric(silenceThreshold),
  rfm_champions: defineMetric(rfmChampions),
  logistic_coefficient: defineMetric(logisticCoefficient),
  logistic_pseudo_r2: defineMetric(logisticFit),
  users_at_risk: defineMetric(usersAtRisk),
  ...churnScoreMetrics,
} satisfies Record<string, AnyMetric>;
