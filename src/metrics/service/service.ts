import { type AnyMetric, forget } from '../forget.ts';
import { complaintRate, npsDifference, responseRate } from './feedback.ts';
import { csat, meanScore, nps } from './satisfaction.ts';
import { openTickets, overdueTickets, reopenRate, resolutionHours, slaAttainment } from './tickets.ts';

export const service = {
  nps: forget(nps),
  csat: forget(csat),
  nps_difference: forget(npsDifference),
  satisfaction_mean: forget(meanScore),
  response_rate: forget(responseRate),
  complaint_rate: forget(complaintRate),
  sla_attainment: forget(slaAttainment),
  resolution_hours: forget(resolutionHours),
  open_tickets: forget(openTickets),
  overdue_tickets: forget(overdueTickets),
  reopen_rate: forget(reopenRate),
} satisfies Record<string, AnyMetric>;
