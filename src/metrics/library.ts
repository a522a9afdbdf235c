/**
 * Every metric there is, by the id that `metrics.yaml` names. A family that is a record of metrics is spread,
 * one line each.
 */

import { type AnyMetric, defineMetric } from './define-metric.ts';
import { activityMetrics } from './families/activity-metrics.ts';
import { acquisitionMetrics } from './families/advertising/acquisition-metrics.ts';
import * as advertising from './families/advertising/advertising-metrics.ts';
import { anomalyMetrics } from './families/anomalies/anomaly-metrics.ts';
import { attributionMetrics } from './families/attribution/attribution-metrics.ts';
import { budgetMetrics } from './families/budget-metrics.ts';
import { churnMetrics } from './families/churn/churn-metrics.ts';
import { contentMetrics } from './families/content-rate-metrics.ts';
import { conversionRate, funnel } from './families/conversion/conversion-metrics.ts';
import { experimentMetrics } from './families/experiments/experiment-metrics.ts';
import { goalMetrics } from './families/goals/goal-metrics.ts';
import { changeRate } from './families/growth-metrics.ts';
import { lifecycleMetrics } from './families/lifecycle-metrics.ts';
import { historicMetrics } from './families/lifetime/historic-metrics.ts';
import { lifetimeModelMetrics } from './families/lifetime/lifetime-model-metrics.ts';
import { incomeMetrics } from './families/orders/income-metrics.ts';
import * as orders from './families/orders/order-metrics.ts';
import { repurchaseMetrics } from './families/orders/repurchase-metrics.ts';
import { peerMetrics } from './families/planning/peer-metrics.ts';
import { planningMetrics } from './families/planning/planning-metrics.ts';
import { qualityMetrics } from './families/quality-metrics.ts';
import { referralMetrics } from './families/referral/referral-metrics.ts';
import { retentionMetrics } from './families/retention/retention-metrics.ts';
import { count, countDistinct, mean, sum } from './families/row-metrics.ts';
import { searchMetrics } from './families/search/search-metrics.ts';
import { segmentMetrics } from './families/segments/segment-metrics.ts';
import { serviceMetrics } from './families/service/service-metrics.ts';
import { sessionMetrics } from './families/traffic/session-metrics.ts';
import { bounceRate, searchIndex, sessions } from './families/traffic/traffic-metrics.ts';
import { activeUsers, newUsers } from './families/user-metrics.ts';

export const metrics = {
  count: defineMetric(count),
  count_distinct: defineMetric(countDistinct),
  sum: defineMetric(sum),
  mean: defineMetric(mean),
  new_users: defineMetric(newUsers),
  active_users: defineMetric(activeUsers),
  ...retentionMetrics,
  ...activityMetrics,
  ...lifecycleMetrics,
  ...sessionMetrics,
  ...contentMetrics,
  conversion_rate: defineMetric(conversionRate),
  funnel: defineMetric(funnel),
  impressions: defineMetric(advertising.impressionsTotal),
  clicks: defineMetric(advertising.clicksTotal),
  cost: defineMetric(advertising.costTotal),
  conversions: defineMetric(advertising.conversionsTotal),
  ctr: defineMetric(advertising.ctr),
  cpc: defineMetric(advertising.cpc),
  cpm: defineMetric(advertising.cpm),
  cpa: defineMetric(advertising.cpa),
  click_conversion_rate: defineMetric(advertising.clickConversionRate),
  roi: defineMetric(advertising.roi),
  roas: defineMetric(advertising.roas),
  gmv: defineMetric(orders.gmv),
  orders: defineMetric(orders.orders),
  buyers: defineMetric(orders.buyers),
  aov: defineMetric(orders.aov),
  arppu: defineMetric(orders.arppu),
  ...repurchaseMetrics,
  ...incomeMetrics,
  sessions: defineMetric(sessions),
  bounce_rate: defineMetric(bounceRate),
  search_index: defineMetric(searchIndex),
  change_rate: defineMetric(changeRate),
  ...attributionMetrics,
  ...lifetimeModelMetrics,
  ...experimentMetrics,
  ...anomalyMetrics,
  ...churnMetrics,
  ...serviceMetrics,
  ...qualityMetrics,
  ...acquisitionMetrics,
  ...historicMetrics,
  ...referralMetrics,
  ...segmentMetrics,
  ...searchMetrics,
  ...goalMetrics,
  ...planningMetrics,
  ...peerMetrics,
  ...budgetMetrics,
} satisfies Record<string, AnyMetric>;

type MetricId = keyof typeof metrics;

export function isMetric(id: string): id is MetricId {
  return Object.hasOwn(metrics, id);
}
