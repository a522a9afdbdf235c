/** Every metric there is, by the id that `metrics.yaml` names. */
import type { AnyMetric } from './define-family.ts';
import { activityMetrics } from './families/activity-metrics.ts';
import { advertisingMetrics } from './families/advertising/advertising-metrics.ts';
import { anomalyMetrics } from './families/anomalies/anomaly-metrics.ts';
import { attributionMetrics } from './families/attribution/attribution-metrics.ts';
import { budgetMetrics } from './families/budget-metrics.ts';
import { churnMetrics } from './families/churn/churn-metrics.ts';
import { contentMetrics } from './families/content-rate-metrics.ts';
import { conversionMetrics } from './families/conversion/conversion-metrics.ts';
import { experimentMetrics } from './families/experiments/experiment-metrics.ts';
import { goalMetrics } from './families/goals/goal-metrics.ts';
import { growthMetrics } from './families/growth-metrics.ts';
import { lifecycleMetrics } from './families/lifecycle-metrics.ts';
import { lifetimeMetrics } from './families/lifetime/lifetime-metrics.ts';
import { orderMetrics } from './families/orders/order-metrics.ts';
import { planningMetrics } from './families/planning/planning-metrics.ts';
import { qualityMetrics } from './families/quality-metrics.ts';
import { referralMetrics } from './families/referral/referral-metrics.ts';
import { retentionMetrics } from './families/retention/retention-metrics.ts';
import { rowMetrics } from './families/rows/row-metrics.ts';
import { satisfactionMetrics } from './families/satisfaction/satisfaction-metrics.ts';
import { searchMetrics } from './families/search/search-metrics.ts';
import { segmentMetrics } from './families/segments/segment-metrics.ts';
import { serviceMetrics } from './families/service/service-metrics.ts';
import { trafficMetrics } from './families/traffic/traffic-metrics.ts';
import { userMetrics } from './families/user-metrics.ts';
import type { Family } from './metric.ts';

/** A family without its metrics does not compile. */
export const families = {
  rows: rowMetrics,
  users: userMetrics,
  retention: retentionMetrics,
  activity: activityMetrics,
  lifecycle: lifecycleMetrics,
  traffic: trafficMetrics,
  content: contentMetrics,
  conversion: conversionMetrics,
  advertising: advertisingMetrics,
  orders: orderMetrics,
  growth: growthMetrics,
  attribution: attributionMetrics,
  lifetime: lifetimeMetrics,
  experiments: experimentMetrics,
  anomalies: anomalyMetrics,
  churn: churnMetrics,
  satisfaction: satisfactionMetrics,
  service: serviceMetrics,
  quality: qualityMetrics,
  referral: referralMetrics,
  segments: segmentMetrics,
  search: searchMetrics,
  goals: goalMetrics,
  planning: planningMetrics,
  budget: budgetMetrics,
} satisfies Record<Family, Record<string, AnyMetric>>;

type Families = typeof families;
type MetricId = { [F in Family]: keyof Families[F] }[Family];

export const metrics = Object.assign({}, ...Object.values(families)) as Record<MetricId, AnyMetric>;

export function isMetric(id: string): id is MetricId {
  return Object.hasOwn(metrics, id);
}
