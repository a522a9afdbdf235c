import { type AnyMetric, forget } from '../forget.ts';
import { churnRate, inactiveRate, rfmChampions, silenceThreshold } from './leaving.ts';
import { logisticCoefficient, logisticFit, usersAtRisk } from './regression.ts';
import { scores } from './scores.ts';

export const churn = {
  churn_rate: forget(churnRate),
  inactive_rate: forget(inactiveRate),
  silence_threshold: forget(silenceThreshold),
  rfm_champions: forget(rfmChampions),
  logistic_coefficient: forget(logisticCoefficient),
  logistic_pseudo_r2: forget(logisticFit),
  users_at_risk: forget(usersAtRisk),
  ...scores,
} satisfies Record<string, AnyMetric>;
