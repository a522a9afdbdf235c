/**
 * Every metric there is, by the id that `metrics.yaml` names. A family that is a record of metrics is spread,
 * one line each.
 */
import { acquisition } from './acquisition.ts';
import { activityFamily } from './activity.ts';
import * as advertising from './advertising.ts';
import { anomalies } from './anomalies/anomalies.ts';
import { attributionMetrics } from './attribution/metrics.ts';
import { budget } from './budget.ts';
import { churn } from './churn/churn.ts';
import { contentFamily } from './content.ts';
import { conversionRate, funnel } from './conversion.ts';
import { experiments } from './experiments/experiments.ts';
import { type AnyMetric, forget } from './forget.ts';
import { goalMetrics } from './goals/metrics.ts';
import { changeRate } from './growth.ts';
import { incomeFamily } from './income.ts';
import { lifecycleFamily } from './lifecycle.ts';
import { historic } from './lifetime/historic.ts';
import { lifetimeModels } from './lifetime/models.ts';
import * as orders from './orders.ts';
import { planning } from './planning/metrics.ts';
import { peerMetrics } from './planning/peers.ts';
import { quality } from './quality/quality.ts';
import { referral } from './referral/referral.ts';
import { repurchaseFamily } from './repurchase.ts';
import { retentionFamily } from './retention.ts';
import { count, countDistinct, mean, sum } from './rows.ts';
import { searchMetrics } from './search/metrics.ts';
import { segments } from './segments/segments.ts';
import { service } from './service/service.ts';
import { sessionFamily } from './session.ts';
import { bounceRate, searchIndex, sessions } from './traffic.ts';
import { activeUsers, newUsers } from './users.ts';

export const metrics = {
  count: forget(count),
  count_distinct: forget(countDistinct),
  sum: forget(sum),
  mean: forget(mean),
  new_users: forget(newUsers),
  active_users: forget(activeUsers),
  ...retentionFamily,
  ...activityFamily,
  ...lifecycleFamily,
  ...sessionFamily,
  ...contentFamily,
  conversion_rate: forget(conversionRate),
  funnel: forget(funnel),
  impressions: forget(advertising.impressionsTotal),
  clicks: forget(advertising.clicksTotal),
  cost: forget(advertising.costTotal),
  conversions: forget(advertising.conversionsTotal),
  ctr: forget(advertising.ctr),
  cpc: forget(advertising.cpc),
  cpm: forget(advertising.cpm),
  cpa: forget(advertising.cpa),
  click_conversion_rate: forget(advertising.clickConversionRate),
  roi: forget(advertising.roi),
  roas: forget(advertising.roas),
  gmv: forget(orders.gmv),
  orders: forget(orders.orders),
  buyers: forget(orders.buyers),
  aov: forget(orders.aov),
  arppu: forget(orders.arppu),
  ...repurchaseFamily,
  ...incomeFamily,
  sessions: forget(sessions),
  bounce_rate: forget(bounceRate),
  search_index: forget(searchIndex),
  change_rate: forget(changeRate),
  ...attributionMetrics,
  ...lifetimeModels,
  ...experiments,
  ...anomalies,
  ...churn,
  ...service,
  ...quality,
  ...acquisition,
  ...historic,
  ...referral,
  ...segments,
  ...searchMetrics,
  ...goalMetrics,
  ...planning,
  ...peerMetrics,
  ...budget,
} satisfies Record<string, AnyMetric>;

export type MetricId = keyof typeof metrics;

export function isMetric(id: string): id is MetricId {
  return Object.hasOwn(metrics, id);
}
