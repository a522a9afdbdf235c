import { defineFamily } from '../../define-family.ts';
import { openTickets, overdueTickets, reopenRate, resolutionHours, slaAttainment } from './ticket-metrics.ts';

export const serviceMetrics = defineFamily('service', {
  sla_attainment: slaAttainment,
  resolution_hours: resolutionHours,
  open_tickets: openTickets,
  overdue_tickets: overdueTickets,
  reopen_rate: reopenRate,
});
