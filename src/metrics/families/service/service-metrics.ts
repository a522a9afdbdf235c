import { type AnyMetric, defineMetric } from '../../define-metric.ts';
import { complaintRate, npsDifference, responseRate } from '../satisfaction/feedback-metrics.ts';
import { csat, meanScore, nps } from '../satisfaction/satisfaction-metrics.ts';
import { openTickets, overdueTickets, reopenRate, resolutionHours, slaAttainment } from './ticket-metrics.ts';

export const serviceMetrics = {
  nps: defineMetric(nps),
  csat: defineMetric(csat),
  nps_difference: defineMetric(npsDifference),
  satisfaction_mean: defineMetric(meanScore),
  response_rate: defineMetric(responseRate),
  complaint_rate: defineMetric(complaintRate),
  sla_attainment: defineMetric(slaAttainment),
  resolution_hours: defineMetric(resolutionHours),
  open_tickets: defineMetric(openTickets),
  overdue_tickets: defineMetric(overdueTickets),
  reopen_rate: defineMetric(reopenRate),
} satisfies Record<string, AnyMetric>;
